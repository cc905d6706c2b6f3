import { Button } from '@mantine/core';
import type { Release } from '@parley/shared/api/releases';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { relativeTime } from '../../ui/relativeTime.ts';
import styles from './Releases.module.css';

/** One version: number, note, who and when, how many people are on it. */
export function ReleaseRow({ release, chosen, onChoose, onRollBack }: { release: Release; chosen: boolean; onChoose: () => void; onRollBack?: () => void }) {
  const { t } = useTranslation();
  return (
    <li className={styles.row} data-chosen={chosen || undefined}>
      <button type="button" className={styles.choose} aria-pressed={chosen} onClick={onChoose}>
        <span className={styles.top}><b>v{release.no}</b>{release.live && <Chip tone="ok">{t('versions.live')}</Chip>}<span className={styles.open}>{t('versions.sessions', { count: release.openSessions })}</span></span>
        <span className={release.note ? styles.note : styles.noNote}>{release.note || t('versions.noNote')}</span>
        <span className={styles.by}>{release.by ? t('versions.by', { name: release.by.name, when: relativeTime(release.at) }) : relativeTime(release.at)}</span>
      </button>
      {onRollBack && <Button size="sm" onClick={onRollBack}>{t('versions.rollBack', { no: release.no })}</Button>}
    </li>
  );
}
