import { IconAlertOctagon, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tile } from './Tile.tsx';
import styles from './States.module.css';

/** What happened, what is kept, one way on; the rest is folded. `icon` (20) where nothing broke. */
export function ErrorState({ title, text, action, details, icon }: { title: string; text: string; action?: ReactNode; details?: string; icon?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.center} role="alert">
      <Tile family="plain" size={40}>{icon ?? <IconAlertOctagon size={20} stroke={1.75} color="var(--parley-bad)" />}</Tile>
      <div className={styles.stack}><h2 className={styles.title}>{title}</h2><p className={styles.text}>{text}</p></div>
      {action}
      {details && <details className={styles.details}><summary><IconChevronRight className="mirror" size={14} stroke={1.75} aria-hidden="true" />{t('common.details')}</summary><code>{details}</code></details>}
    </div>
  );
}
