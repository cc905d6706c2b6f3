import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './SavedState.module.css';

/** Where the latest changes are: on the server, on their way, only on this device (and why they stay there), or refused. */
export type Saved = 'saved' | 'saving' | 'offline' | 'refused' | 'signedOut' | 'forbidden' | 'gone';

const icons = { saved: IconCloudCheck, saving: IconCloudUpload, offline: IconCloudOff, refused: IconAlertTriangle, signedOut: IconCloudOff, forbidden: IconAlertTriangle, gone: IconAlertTriangle };

const quiet: ReadonlySet<Saved> = new Set(['saved', 'saving', 'offline']);

/** Says in quiet small text whether the work is saved, `typed` = something is still under typing; spoken politely when it changes. */
export function SavedState({ state, typed = false }: { state: Saved; typed?: boolean }) {
  const { t } = useTranslation();
  const Icon = icons[state];
  const underTyping = typed && (state === 'saved' || state === 'saving');
  // Hidden and shown, never taken away: with the first letter, that would end what the browser's undo takes back at once. Whoever types knows it: it is not spoken.
  return (
    <>
      <span className={styles.state} hidden={!underTyping}><IconPencil size={14} stroke={1.75} aria-hidden="true" />{t('saved.typed')}</span>
      <span className={`${styles.state} ${quiet.has(state) ? '' : styles.warn}`} hidden={underTyping}>
        <Icon size={14} stroke={1.75} aria-hidden="true" /><span role="status">{t(`saved.${state}`)}</span>
      </span>
    </>
  );
}
