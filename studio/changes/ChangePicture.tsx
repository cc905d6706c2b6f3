import type { Change } from '@parley/shared/api/releases';
import { useTranslation } from 'react-i18next';
import { MiniFlow } from '../miniflow/MiniFlow.tsx';
import type { MiniLook } from '../miniflow/MiniFlow.tsx';
import { drawSmall } from '../miniflow/layout.ts';
import { familyOf, iconOf, titleOf } from '../miniflow/names.ts';
import type { Sides } from './readFields.ts';
import styles from './ChangePicture.module.css';

const looks = { added: 'new', changed: 'changed', removed: 'removed' } as const;

/** Whether a change is more than a card put elsewhere on the canvas. */
export const matters = ({ moved, kind }: Change): boolean => !(moved && kind === 'changed');

/** What is new, changed and removed: how many nodes of each, and where they stand. `title` names the comparison; with no `before` everything is new. */
export function ChangePicture({ title, sides: { before, after }, changes }: { title: string; sides: Sides; changes: Change[] }) {
  const { t } = useTranslation();
  const first = before === undefined;
  const lookOf = (what: Change['what']) => {
    const byId = new Map<string, MiniLook>(changes.filter((change) => change.what === what).map(({ id, kind }) => [id, looks[kind]]));
    return (id: string): MiniLook => (first ? 'plain' : byId.get(id) ?? 'plain');
  };
  const drawing = { nodes: { ...before?.nodes, ...after?.nodes }, edges: { ...before?.edges, ...after?.edges } };
  const all = Object.keys(drawing.nodes);
  const nodeLook = lookOf('node');
  const edgeLook = lookOf('edge');
  const edges = Object.entries(drawing.edges);
  const touched = new Set([...all.filter((id) => nodeLook(id) !== 'plain'), ...edges.flatMap(([id, { from, to }]) => (edgeLook(id) === 'plain' ? [] : [from, to]))]);
  // Neighbours tell where a change is; the whole of a large drawing would tell nothing.
  const kept = first || all.length <= 8 ? new Set(all) : new Set([...touched, ...edges.flatMap(([, { from, to }]) => (touched.has(from) || touched.has(to) ? [from, to] : []))]);
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind && change.what === 'node').length;
  const legend = ([['added', 'new'], ['changed', 'changed'], ['removed', 'removed']] as const).filter(([kind]) => count(kind) > 0);
  return (
    <>
      <div className={styles.head}>
        <h3>{title}</h3>
        {!first && legend.length > 0 && <ul className={styles.legend}>{legend.map(([kind, look]) => <li key={kind}><i data-look={look} aria-hidden="true" />{t(`publish.${look}`, { count: count(kind) })}</li>)}</ul>}
      </div>
      {kept.size > 0 && <MiniFlow drawing={drawSmall(drawing, kept, (id) => titleOf(drawing, id))} label={title} familyOf={familyOf} iconOf={iconOf} node={nodeLook} edge={edgeLook} words={{ new: t('publish.new_'), changed: t('publish.changed_'), removed: t('publish.removed_') }} />}
    </>
  );
}
