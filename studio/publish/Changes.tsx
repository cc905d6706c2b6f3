import type { Change, Release } from '@parley/shared/api/releases';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { draftQuery, releaseFlowsQuery } from '../api/releases.ts';
import { MiniFlow } from '../miniflow/MiniFlow.tsx';
import type { MiniLook } from '../miniflow/MiniFlow.tsx';
import { drawSmall } from '../miniflow/layout.ts';
import { familyOf, titleOf } from '../miniflow/names.ts';
import { Bone } from '../ui/Bone.tsx';
import { ChangeList } from './ChangeList.tsx';
import styles from './PublishDialog.module.css';

const looks = { added: 'new', changed: 'changed', removed: 'removed' } as const;

/** What publishing changes for people: a small picture with what is new, changed and removed, then field by field. */
export function Changes({ live, flowId, mainFlowId, changes, loading }: { live: Release | undefined; flowId: string; mainFlowId: string; changes: Change[] | undefined; loading: boolean }) {
  const { t } = useTranslation();
  const draft = useQuery(draftQuery(flowId));
  const before = useQuery({ ...releaseFlowsQuery(live?.id ?? ''), enabled: live !== undefined });
  if (loading || !draft.data) return <><Bone width="40%" height={20} /><Bone width="100%" height={240} radius={12} /><Bone width="100%" height={160} radius={12} /></>;

  const shown = (changes ?? []).filter(({ moved, kind, fields }) => !(moved && kind === 'changed' && fields.length === 0));
  const here = shown.filter(({ flow }) => flow === flowId || (flow === 'main' && flowId === mainFlowId));
  const look = (what: Change['what']) => {
    const byId = new Map<string, MiniLook>(here.filter((change) => change.what === what).map(({ id, kind }) => [id, looks[kind]]));
    return (id: string): MiniLook => byId.get(id) ?? (live ? 'plain' : 'new');
  };
  const old = before.data?.flows[flowId];
  const drawing = { nodes: { ...old?.nodes, ...draft.data.flow.nodes }, edges: { ...old?.edges, ...draft.data.flow.edges } };
  const nodeLook = look('node');
  const touched = new Set(Object.keys(drawing.nodes).filter((id) => nodeLook(id) !== 'plain'));
  // Neighbours tell where a change is; the whole of a large drawing would tell nothing.
  const kept = Object.keys(drawing.nodes).length <= 12 ? new Set(Object.keys(drawing.nodes)) : new Set([...touched, ...Object.values(drawing.edges).flatMap(({ from, to }) => (touched.has(from) || touched.has(to) ? [from, to] : []))]);
  const count = (kind: Change['kind']) => shown.filter((change) => change.kind === kind && change.what === 'node').length;

  return (
    <>
      <div className={styles.changesHead}>
        <h3>{live ? t('publish.changes', { no: live.no }) : t('publish.changesFirst')}</h3>
        {live && shown.length > 0 && (
          <span className={styles.legend}>
            <i data-look="new" />{t('publish.new', { count: count('added') })}<i data-look="changed" />{t('publish.changed', { count: count('changed') })}<i data-look="removed" />{t('publish.removed', { count: count('removed') })}
          </span>
        )}
      </div>
      {live && shown.length === 0
        ? <p className={styles.same}>{t('publish.noChanges')}</p>
        : <MiniFlow drawing={drawSmall(drawing, kept, (id) => titleOf(drawing, id))} label={live ? t('publish.changes', { no: live.no }) : t('publish.changesFirst')} familyOf={familyOf} node={nodeLook} edge={look('edge')} words={live ? { new: t('publish.new_'), changed: t('publish.changed_'), removed: t('publish.removed_') } : {}} />}
      {live && <ChangeList changes={shown} most={8} />}
      {live && <p className={styles.backLine}><IconHistory size={14} stroke={1.75} aria-hidden="true" />{t('publish.back', { no: live.no })}</p>}
    </>
  );
}
