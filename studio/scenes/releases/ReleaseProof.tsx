import type { Release } from '@parley/shared/api/releases';
import { issueKey } from '@parley/shared/issues/issue';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NotPromised } from '../../publish/NotPromised.tsx';
import { Promises } from '../../publish/Promises.tsx';
import verdict from '../../publish/Verdict.module.css';
import styles from './Releases.module.css';

/** What was proven when a version was made, and the warnings that were accepted. */
export function ReleaseProof({ release: { proof } }: { release: Release }) {
  const { t } = useTranslation();
  const warnings = proof.issues.filter(({ severity }) => severity === 'warning').length;
  const channels = proof.facts['channels'];
  const names = Array.isArray(channels) ? channels.map((channel) => t(`channel.${String(channel)}`)).join(', ') : '';
  return (
    <>
      <div className={verdict.verdict} data-tone="ok">
        <span className={verdict.mark}><IconCheck size={18} stroke={2} aria-hidden="true" /></span>
        <div><b>{warnings > 0 ? t('versions.provenWith', { count: warnings }) : t('publish.safe')}</b>{proof.codeCheck && <p>{t('versions.agree', { count: proof.codeCheck.steps })}{proof.codeCheck.left > 0 && ` ${t('versions.agreeLeft', { count: proof.codeCheck.left })}`}</p>}</div>
      </div>
      <Promises issues={proof.issues} facts={proof.facts} channels={names} />
      <NotPromised {...(proof.codeCheck && { shared: proof.codeCheck.shared })} />
      {proof.issues.length > 0 && (
        <>
          <h3>{t('versions.noted')}</h3>
          <ul>
            {proof.issues.map((issue) => (
              <li key={issueKey(issue)} className={styles.issue}>
                {issue.severity === 'info' ? <IconInfoCircle size={16} stroke={1.75} color="var(--parley-info)" role="img" aria-label={t('issues.info')} /> : <IconAlertTriangle size={16} stroke={1.75} color="var(--parley-warn)" role="img" aria-label={t('issues.warning')} />}
                <span dir="auto">{issue.message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
