import type { Release } from '@parley/shared/api/releases';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { diffQuery, releaseFlowsQuery } from '../../api/releases.ts';
import { ChangeList } from '../../changes/ChangeList.tsx';
import { ChangePicture, matters } from '../../changes/ChangePicture.tsx';
import { ChangesBones } from '../../publish/Changes.tsx';
import { Failed } from '../../ui/Failed.tsx';

/** What a version changed since the one before it: the picture, then field by field. */
export function ReleaseChanges({ release }: { release: Release }) {
  const { t } = useTranslation();
  const diff = useQuery(diffQuery(release.id, 'previous'));
  const from = diff.data?.from?.id;
  const before = useQuery({ ...releaseFlowsQuery(from ?? ''), enabled: from !== undefined });
  const after = useQuery(releaseFlowsQuery(release.id));
  const failure = (!diff.data && diff.error) || (from && !before.data && before.error) || (!after.data && after.error);
  if (failure) return <Failed text={`${t('versions.notCompared')} ${sentenceOf(failure)}`} onAgain={() => { void diff.refetch(); void before.refetch(); void after.refetch(); }} />;
  if (!diff.data || !after.data || (from && !before.data)) return <ChangesBones />;

  const shown = diff.data.changes.filter(matters);
  const title = diff.data.from ? t('versions.against', { no: diff.data.from.no }) : t('versions.againstNothing');
  const sidesOf = (flow: string) => ({ before: before.data?.flows[flow], after: after.data.flows[flow] });
  const { main } = after.data;
  const sides = { before: before.data?.flows[main] ?? (before.data && before.data.flows[before.data.main]), after: after.data.flows[main] };
  if (diff.data.from && shown.length === 0) return <><h3>{title}</h3><p>{t('versions.same')}</p></>;
  return (
    <>
      <ChangePicture title={title} sides={sides} changes={shown.filter(({ flow }) => flow === main)} />
      {diff.data.from && <ChangeList changes={shown} sidesOf={sidesOf} most={200} />}
    </>
  );
}
