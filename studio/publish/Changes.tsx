import type { Change, Release } from '@parley/shared/api/releases';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { draftQuery, releaseFlowsQuery } from '../api/releases.ts';
import { Bone } from '../ui/Bone.tsx';
import { ChangeList } from '../changes/ChangeList.tsx';
import { ChangePicture } from '../changes/ChangePicture.tsx';
import { Conversations } from './Conversations.tsx';
import { Failed } from '../ui/Failed.tsx';
import styles from './PublishDialog.module.css';

/** What publishing changes for people against what is live: a small picture with what is new, changed and removed, then field by field. `changes` undefined = still being compared. */
export function Changes({ live, flowId, mainFlowId, changes }: { live: Release; flowId: string; mainFlowId: string; changes: Change[] | undefined }) {
  const { t } = useTranslation();
  const draft = useQuery(draftQuery(flowId));
  const before = useQuery(releaseFlowsQuery(live.id));
  const failure = (!draft.data && draft.error) || (!before.data && before.error);
  if (failure) return <Failed text={`${t('publish.notCompared')} ${sentenceOf(failure)}`} onAgain={() => { void draft.refetch(); void before.refetch(); }} />;
  if (!changes || !draft.data || !before.data) return <ChangesBones />;

  const isHere = (flow: string) => flow === flowId || (flow === 'main' && flowId === mainFlowId);
  const old = before.data.flows[flowId] ?? (flowId === mainFlowId ? before.data.flows[before.data.main] : undefined);
  const sides = { before: old, after: draft.data.flow };
  const title = t('publish.changes', { no: live.no });
  const held = <Conversations before={before.data} no={live.no} />;
  if (changes.length === 0) return <><h3>{title}</h3><p className={styles.same}>{t('publish.noChanges')}</p>{held}</>;
  return (
    <>
      <ChangePicture title={title} sides={sides} changes={changes.filter(({ flow }) => isHere(flow))} />
      <ChangeList changes={changes} sidesOf={(flow) => (isHere(flow) ? sides : { before: before.data.flows[flow], after: undefined })} most={8} />
      {held}
      <p className={styles.backLine}><IconHistory size={14} stroke={1.75} aria-hidden="true" />{t('publish.back', { no: live.no })}</p>
    </>
  );
}

/** The shape of a comparison that is still being made. */
export function ChangesBones() {
  const { t } = useTranslation();
  return <div role="status" aria-label={t('common.loading')} className={styles.bones}><Bone width="40%" height={20} /><Bone width="100%" height={160} radius={12} /><Bone width="100%" height={200} radius={12} /></div>;
}
