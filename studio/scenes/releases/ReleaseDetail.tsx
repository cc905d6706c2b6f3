import { Button, CopyButton } from '@mantine/core';
import type { Release } from '@parley/shared/api/releases';
import { issueKey } from '@parley/shared/issues/issue';
import { IconAlertTriangle, IconCircleCheck, IconCopy, IconDownload, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { codeQuery, diffQuery } from '../../api/releases.ts';
import { ChangeList } from '../../publish/ChangeList.tsx';
import { Bone } from '../../ui/Bone.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './Releases.module.css';

type Tab = 'changes' | 'proof' | 'code';

/** One version from near: what it changed, what was proven, its readable code. */
export function ReleaseDetail({ release }: { release: Release }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('changes');
  const tabs = [{ value: 'changes', label: t('versions.changesTab') }, { value: 'proof', label: t('versions.proofTab') }, { value: 'code', label: t('versions.codeTab') }] as const;
  return (
    <section className={styles.detail} aria-label={`v${release.no}`}>
      <Tabs id="version" label={`v${release.no}`} value={tab} tabs={tabs} onChange={setTab} />
      <div id="version-panel" role="tabpanel" aria-labelledby={`version-${tab}`} className={styles.panel}>
        {tab === 'changes' && <Differences release={release} />}
        {tab === 'proof' && <Proven release={release} />}
        {tab === 'code' && <Code release={release} />}
      </div>
    </section>
  );
}

function Differences({ release }: { release: Release }) {
  const { t } = useTranslation();
  const diff = useQuery(diffQuery(release.id, 'previous'));
  if (diff.error) return <p role="alert">{sentenceOf(diff.error)}</p>;
  if (!diff.data) return <Bone width="100%" height={160} radius={12} />;
  return (
    <>
      <h2>{diff.data.from ? t('versions.against', { no: diff.data.from.no }) : t('versions.againstNothing')}</h2>
      {diff.data.changes.length === 0 ? <p>{t('versions.same')}</p> : <ChangeList changes={diff.data.changes} most={200} />}
    </>
  );
}

function Proven({ release: { proof } }: { release: Release }) {
  const { t } = useTranslation();
  const warnings = proof.issues.filter(({ severity }) => severity === 'warning');
  const errors = proof.issues.filter(({ severity }) => severity === 'error').length;
  const icons = { error: IconAlertTriangle, warning: IconAlertTriangle, info: IconInfoCircle };
  return (
    <>
      <p className={styles.verdict}><IconCircleCheck size={16} stroke={1.75} color="var(--parley-ok)" aria-hidden="true" />{t('versions.checks', { errors, warnings: warnings.length })}</p>
      {proof.codeCheck && <p className={styles.verdict}><IconCircleCheck size={16} stroke={1.75} color="var(--parley-ok)" aria-hidden="true" />{t('versions.agree', { count: proof.codeCheck.steps })}</p>}
      {proof.issues.length === 0 && <p>{t('versions.noIssues')}</p>}
      <ul>
        {proof.issues.map((issue) => {
          const Glyph = icons[issue.severity];
          return <li key={issueKey(issue)} className={styles.issue}><Glyph size={16} stroke={1.75} color={issue.severity === 'info' ? 'var(--parley-info)' : 'var(--parley-warn)'} aria-label={issue.severity} />{issue.message}</li>;
        })}
      </ul>
    </>
  );
}

function Code({ release }: { release: Release }) {
  const { t } = useTranslation();
  const code = useQuery(codeQuery(release.id));
  if (code.error) return <p role="alert">{sentenceOf(code.error)}</p>;
  if (code.data === undefined) return <Bone width="100%" height={320} radius={12} />;
  const save = () => {
    const url = URL.createObjectURL(new Blob([code.data], { type: 'text/typescript' }));
    Object.assign(document.createElement('a'), { href: url, download: `machine-v${release.no}.ts` }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <div className={styles.codeBar}>
        <CopyButton value={code.data}>{({ copied, copy }) => <Button size="sm" onClick={copy} leftSection={<IconCopy size={14} stroke={1.75} />}>{copied ? t('share.copied') : t('versions.copyCode')}</Button>}</CopyButton>
        <Button size="sm" onClick={save} leftSection={<IconDownload size={14} stroke={1.75} />}>{t('versions.download')}</Button>
      </div>
      <pre className={styles.code} tabIndex={0}>{code.data}</pre>
    </>
  );
}
