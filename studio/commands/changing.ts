import { removeAll } from '@parley/shared/flow/removeAll';
import i18next from 'i18next';
import { titleOf } from '../store/cardOf.ts';
import { toast } from '../ui/toast.tsx';
import { chosen, select, sizeOf, told, undo } from './actions.ts';
import type { Desk } from './actions.ts';
import { duplicate } from './edits/duplicate.ts';
import { disconnect } from './edits/nodes.ts';
import { countKinds, moveTo, thingAt, withInsides } from './edits/things.ts';

const t = (key: string, options?: Record<string, unknown>): string => i18next.t(key, options ?? {});

/** Takes away what is chosen: an edge, or nodes whose neighbours are joined. When it was cut, a frame takes along what stands in it. */
export function removeSelection(desk: Desk, { cut = false }: { cut?: boolean } = {}): void {
  const { store, ui, nodeTypes } = desk;
  const { edge } = ui.getState();
  const { flow } = store.getState();
  const selection = cut ? withInsides(flow, chosen(desk), sizeOf(desk)) : chosen(desk);
  if (edge && flow.edges[edge]) {
    told(store.change(t('gesture.disconnect'), (draft) => disconnect(draft, edge)));
    ui.setState({ edge: undefined });
    return;
  }
  // A flow without its start could not begin.
  const ids = selection.filter((id) => flow.nodes[id]?.type !== 'start');
  if (ids.length === 0) {
    if (selection.length > 0) toast(t('canvas.startStays'));
    return;
  }
  const name = nameOf(desk, ids);
  if (!told(store.change(cut ? t('arrange.gesture.cut', { count: ids.length }) : t('gesture.remove', { name }), (draft) => removeAll(draft, ids, nodeTypes)))) return;
  select(desk, []);
  if (!cut) toast(t('canvas.removed', { name }), { label: t('common.undo'), run: () => undo(desk) });
}

/** One thing by its name, where it has one; several by how many of each kind they are. */
function nameOf({ store, nodeTypes }: Desk, ids: readonly string[]): string {
  const { flow } = store.getState();
  const [first = ''] = ids;
  if (ids.length > 1) return Object.entries(countKinds(flow, ids)).flatMap(([kind, count]) => (count > 0 ? [t(`arrange.count.${kind}`, { count })] : [])).join(', ');
  const node = flow.nodes[first];
  if (node) return titleOf(node, nodeTypes[node.type]);
  const title = flow.frames?.[first]?.title.trim();
  if (title === undefined) return t('canvas.note');
  return title === '' ? t('frame.name') : t('frame.called', { title });
}

/** Copies what is chosen a little aside, a frame with what stands in it; the start stays alone. */
export function duplicateSelection(desk: Desk): void {
  const { store, random } = desk;
  const { flow } = store.getState();
  const ids = withInsides(flow, chosen(desk), sizeOf(desk)).filter((id) => flow.nodes[id]?.type !== 'start');
  if (ids.length === 0) return;
  let copies: string[] = [];
  if (told(store.change(t('gesture.duplicate'), (draft) => { copies = [...duplicate(draft, ids, random).values()]; }))) select(desk, copies, { reveal: true });
}

/** Moves what is chosen by a step, for people who do not drag. */
export function nudge(desk: Desk, dx: number, dy: number): void {
  const { store } = desk;
  const ids = chosen(desk);
  store.change(t('gesture.move', { count: ids.length }), (flow) => {
    moveTo(flow, new Map(ids.flatMap((id) => {
      const thing = thingAt(flow, id);
      return thing ? [[id, { x: thing.x + dx, y: thing.y + dy }] as const] : [];
    })), sizeOf(desk));
  }, { typing: true });
}
