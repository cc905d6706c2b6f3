import type { Proof } from '@parley/shared/api/releases';
import type { Issue } from '@parley/shared/issues/issue';
import { issueKey } from '@parley/shared/issues/issue';
import { IconAlertOctagon, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Bone } from '../ui/Bone.tsx';
import { NotPromised } from './NotPromised.tsx';
import { Promises } from './Promises.tsx';
import styles from './Verdict.module.css';

/** One sentence on whether somebody can get stuck, then a row for each promise or for each error. `proof` undefined = still being checked. */
export function Verdict({ proof, channels, onShow }: { proof: (Pick<Proof, 'issues' | 'facts'> & { ms: number }) | undefined; channels: string; onShow: (issue: Issue) => void }) {
  const { t } = useTranslation();
  if (!proof) {
    return (
      <div role="status" aria-label={t('publish.checking')}>
        <div className={styles.verdict}><Bone width={32} height={32} radius={16} /><div className={styles.lines}><Bone width="55%" height={16} /><Bone width="35%" height={12} /></div></div>
        {Array.from({ length: 10 }, (_, row) => <div key={row} className={styles.waiting}><Bone width={16} height={16} radius={8} /><Bone width={`${62 - (row % 3) * 9}%`} height={12} /></div>)}
      </div>
    );
  }
  const errors = proof.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return (
      <>
        <div className={styles.verdict} data-tone="bad">
          <span className={styles.mark}><IconAlertOctagon size={18} stroke={2} aria-hidden="true" /></span>
          <div><b>{t('publish.stranded', { count: errors.length })}</b><p>{t('publish.strandedText')}</p></div>
        </div>
        <ul className={styles.errors}>
          {errors.map((issue) => (
            <li key={issueKey(issue)}>
              <button type="button" onClick={() => onShow(issue)}><IconAlertOctagon size={16} stroke={1.75} aria-hidden="true" /><span dir="auto">{issue.message}</span><IconArrowRight className="mirror" size={14} stroke={1.75} aria-hidden="true" /></button>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const checked = proof.facts['checked'];
  return (
    <>
      <div className={styles.verdict} data-tone="ok">
        <span className={styles.mark}><IconCheck size={18} stroke={2} aria-hidden="true" /></span>
        <div><b>{t('publish.safe')}</b><p>{t('publish.safeText', { count: Array.isArray(checked) ? checked.length : 0, ms: Math.max(1, Math.round(proof.ms)) })}</p></div>
      </div>
      <Promises issues={proof.issues} facts={proof.facts} channels={channels} />
      <NotPromised />
    </>
  );
}
