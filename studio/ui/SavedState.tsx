import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './SavedState.module.css';

/** Where the latest changes are: still under typing, on the server, on their way, only on this device (and why they stay there), or refused. */
export type Saved = 'typed' | 'saved' | 'saving' | 'offline' | 'refused' | 'signedOut' | 'forbidden' | 'gone';

const icons = { typed: IconPencil, saved: IconCloudCheck, saving: IconCloudUpload, offline: IconCloudOff, refused: IconAlertTriangle, signedOut: IconCloudOff, forbidden: IconAlertTriangle, gone: IconAlertTriangle };

const quiet: ReadonlySet<Saved> = new Set(['typed', 'saved', 'saving', 'offline']);

/** Says in quiet small text whether the work is saved; spoken politely when it changes. */
export function SavedState({ state }: { state: Saved }) {
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <span className={`${styles.state} ${quiet.has(state) ? '' : styles.warn}`}>
      <Icon size={14} stroke={1.75} aria-hidden="true" />{state === 'typed' && <span>{t('saved.typed')}</span>}
      {/* Whoever types knows it: spoken is what comes of it. */}
      <span role="status">{state !== 'typed' && t(`saved.${state}`)}</span>
    </span>
  );
}
