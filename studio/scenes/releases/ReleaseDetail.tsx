import { Button } from '@mantine/core';
import type { Release } from '@parley/shared/api/releases';
import { IconGitCompare, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Chip } from '../../ui/Chip.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ReleaseChanges } from './ReleaseChanges.tsx';
import { ReleaseCode } from './ReleaseCode.tsx';
import { ReleaseProof } from './ReleaseProof.tsx';
import styles from './Releases.module.css';

type Tab = 'changes' | 'proof' | 'code';

/** One version from near: what it changed, what was proven, its readable code; and the way back to it. */
export function ReleaseDetail({ release, history, onRollBack }: { release: Release; /** Where it stands beside what is drawn now. */ history?: string; onRollBack?: () => void }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('changes');
  const tabs = [{ value: 'changes', label: t('versions.changesTab') }, { value: 'proof', label: t('versions.proofTab') }, { value: 'code', label: t('versions.codeTab') }] as const;
  return (
    <section className={styles.detail} aria-label={`v${release.no}`}>
      <div className={styles.head}>
        <div><h2>v{release.no}{release.live && <Chip tone="ok">{t('versions.live')}</Chip>}</h2>{release.note && <p dir="auto">{release.note}</p>}</div>
        {history && <Button component={Link} to={history} leftSection={<IconGitCompare size={16} stroke={1.75} />}>{t('history.compareNow')}</Button>}
        {onRollBack && <Button leftSection={<IconHistory size={16} stroke={1.75} />} onClick={onRollBack}>{t('versions.rollBack', { no: release.no })}</Button>}
      </div>
      <div className={styles.tabs}><Tabs id="version" bare label={`v${release.no}`} value={tab} tabs={tabs} onChange={setTab} /></div>
      <div id="version-panel" role="tabpanel" aria-labelledby={`version-${tab}`} className={styles.panel}>
        {tab === 'changes' && <ReleaseChanges release={release} />}
        {tab === 'proof' && <ReleaseProof release={release} />}
        {tab === 'code' && <ReleaseCode release={release} />}
      </div>
    </section>
  );
}
