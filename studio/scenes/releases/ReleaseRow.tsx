import type { Release } from '@parley/shared/api/releases';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { relativeTime } from '../../ui/relativeTime.ts';
import styles from './Releases.module.css';

/** One version: number, note, who and when, how many people are on it. */
export function ReleaseRow({ release, chosen, onChoose }: { release: Release; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className={styles.row} aria-pressed={chosen} onClick={onChoose}>
        <span className={styles.top}><b>v{release.no}</b>{release.live && <Chip tone="ok">{t('versions.live')}</Chip>}<time dateTime={release.at}>{relativeTime(release.at)}</time></span>
        <span className={release.note ? styles.note : styles.noNote} dir="auto">{release.note || t('versions.noNote')}</span>
        <span className={styles.by}>{release.by && <span className="cut" dir="auto">{release.by.name}</span>}<span>{t('versions.sessions', { count: release.openSessions })}</span></span>
      </button>
    </li>
  );
}
