import type { Issue } from '@parley/shared/issues/issue';
import { issueKey } from '@parley/shared/issues/issue';
import { IconAlertOctagon, IconCheck, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Bone } from '../ui/Bone.tsx';
import styles from './PublishDialog.module.css';

/** The promises of the proof in the words of the dialog, each with the checks that hold it. */
const promises = ['unreachable', 'unconnected', 'loop', 'unset', 'types', 'texts', 'translations', 'end'] as const;

/** One sentence on whether somebody can get stuck, then a row for each promise or for each error. */
export function Verdict({ loading, ms, errors, channels, onShow }: { loading: boolean; ms: number; errors: Issue[]; channels: string; onShow: (issue: Issue) => void }) {
  const { t } = useTranslation();
  if (loading) return <div className={styles.verdict} role="status" aria-label={t('publish.checking')}><Bone width={33} height={33} radius={17} /><Bone width="60%" height={16} /></div>;
  if (errors.length > 0) {
    return (
      <>
        <div className={`${styles.verdict} ${styles.bad}`}>
          <span className={styles.mark}><IconAlertOctagon size={18} stroke={2} aria-hidden="true" /></span>
          <div><b>{t('publish.stranded', { count: errors.length })}</b><p>{t('publish.strandedText')}</p></div>
        </div>
        <ul className={styles.rows}>
          {errors.map((issue) => <li key={issueKey(issue)}><IconAlertOctagon size={16} stroke={1.75} color="var(--parley-bad)" aria-hidden="true" /><button type="button" className={styles.error} onClick={() => onShow(issue)}>{issue.message}</button></li>)}
        </ul>
      </>
    );
  }
  return (
    <>
      <div className={`${styles.verdict} ${styles.good}`}>
        <span className={styles.mark}><IconCheck size={18} stroke={2} aria-hidden="true" /></span>
        <div><b>{t('publish.safe')}</b><p>{t('publish.safeText', { count: promises.length, ms: Math.max(1, Math.round(ms)) })}</p></div>
      </div>
      <ul className={styles.rows}>
        {promises.map((promise) => <li key={promise}><IconCircleCheck size={16} stroke={1.75} color="var(--parley-ok)" aria-hidden="true" /><span>{t(`publish.check.${promise}`, { channels: channels || t('channel.web') })}</span></li>)}
      </ul>
    </>
  );
}
