import i18next from 'i18next';
import type { Changed } from '../store/flowStore.ts';
import type { DesignerContext } from '../store/designerContext.ts';
import { titleOf } from '../store/cardOf.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { addNode, connect, disconnect, duplicate, insertAfter, moveOn, removeAll } from './edits/nodes.ts';
import type { Place } from './edits/nodes.ts';
import { edgeFrom, exitToAddAfter, freePlace, startOf } from './edits/reading.ts';
import { makeId } from '@parley/shared/lib/id';
import type { JsonObject } from '@parley/shared/lib/json';

const t = (key: string, options?: Record<string, unknown>): string => i18next.t(key, options ?? {});

/** What the designer's actions work on. */
export type Desk = DesignerContext;

/** Chooses nodes or notes, and brings them into view where wanted. */
export function select({ ui }: Desk, ids: readonly string[], { reveal = false }: { reveal?: boolean | 'near' } = {}): void {
  ui.setState({ selection: [...ids], edge: undefined });
  if (reveal && ids.length > 0) ui.getState().canvas?.reveal(ids, reveal === 'near');
}

/** The node last chosen. */
export function selected({ ui, store }: Desk): string | undefined {
  return ui.getState().selection.findLast((id) => store.getState().flow.nodes[id] !== undefined);
}

/** Where a new node goes and what it hangs on. */
export interface Add {
  type: string;
  /** Holds this instead of what its type begins with, where that is not said. */
  data?: JsonObject;
  at?: Place;
  after?: { node: string; exit: string };
  /** Into this edge. */
  edge?: string;
}

const step = 280;

/** Adds a node: where it was dropped, into an edge, or after what is chosen. Gives its id. */
export function add(desk: Desk, { type, data, at, after, edge }: Add): string | undefined {
  const { store, nodeTypes, random } = desk;
  const definition = nodeTypes[type];
  if (!definition || !desk.editable) return undefined;
  const { flow } = store.getState();
  const into = edge ? flow.edges[edge] : undefined;
  const hang = into ? { node: into.from, exit: into.exit } : after ?? (at ? undefined : hangingPoint(desk));
  const between = hang && roomBetween(desk, hang);
  const place = between?.at ?? at ?? placeAfter(desk, hang?.node);
  let made = '';
  const done = store.change(t('gesture.add', { type: definition.label }), (draft) => {
    made = addNode(draft, { type, at: place, nodeTypes, random, ...(data && { data }) });
    if (between) moveOn(draft, between.target, between.by, new Set([between.source, made]));
    if (hang) insertAfter(draft, hang.node, hang.exit, made, { nodeTypes, random });
  });
  if (!told(done)) return undefined;
  select(desk, [made], { reveal: true });
  desk.ui.setState({ fresh: made });
  return made;
}

/** What a click in the palette hangs the new node on: the chosen node, or the start of an empty drawing. */
function hangingPoint(desk: Desk): Add['after'] {
  const { flow } = desk.store.getState();
  const from = selected(desk) ?? (Object.keys(flow.nodes).length === 1 ? startOf(flow) : undefined);
  const way = from ? exitToAddAfter(flow, from, desk.nodeTypes) : undefined;
  return from && way ? { node: from, exit: way.exit } : undefined;
}

/** Where a node goes that comes between two: in line with them, and how far the second one must move on for it. */
function roomBetween({ store }: Desk, { node, exit }: NonNullable<Add['after']>): { at: Place; source: string; target: string; by: number } | undefined {
  const { flow } = store.getState();
  const edge = edgeFrom(flow, node, exit);
  const target = edge ? flow.edges[edge]?.to : undefined;
  const [from, to] = [flow.nodes[node], target ? flow.nodes[target] : undefined];
  // A way back, or one down, has its room elsewhere.
  if (!from || !to || !target || target === node || to.x < from.x + step - 40) return undefined;
  const at = { x: from.x + step, y: to.y };
  return { at, source: node, target, by: Math.max(0, at.x + step - to.x) };
}

function placeAfter({ store, ui }: Desk, after: string | undefined): Place {
  const { flow } = store.getState();
  const beside = after ? flow.nodes[after] : undefined;
  const { canvas } = ui.getState();
  const heightOf = (id: string): number | undefined => canvas?.heightOf(id);
  if (beside) return freePlace(flow, { x: beside.x + step, y: beside.y }, heightOf);
  const middle = canvas?.middle() ?? { x: 0, y: 0 };
  return freePlace(flow, { x: middle.x - 108, y: middle.y - 60 }, heightOf);
}

/** Leads an exit to a node. */
export function lead({ store, random }: Desk, from: string, exit: string, to: string): void {
  told(store.change(t('gesture.connect'), (flow) => connect(flow, from, exit, to, random)));
}

/** Takes away what is chosen: an edge, or nodes whose neighbours are joined. */
export function removeSelection(desk: Desk): void {
  const { store, ui, nodeTypes } = desk;
  const { selection, edge } = ui.getState();
  const { flow } = store.getState();
  if (edge && flow.edges[edge]) {
    told(store.change(t('gesture.disconnect'), (draft) => disconnect(draft, edge)));
    ui.setState({ edge: undefined });
    return;
  }
  // A flow without its start could not begin.
  const ids = selection.filter((id) => flow.notes[id] || (flow.nodes[id] && flow.nodes[id].type !== 'start'));
  if (ids.length === 0) {
    if (selection.length > 0) toast(t('canvas.startStays'));
    return;
  }
  const name = nameOf(desk, ids);
  if (!told(store.change(t('gesture.remove', { name }), (draft) => removeAll(draft, ids, nodeTypes)))) return;
  select(desk, []);
  toast(t('canvas.removed', { name }), { label: t('common.undo'), run: () => undo(desk) });
}

function nameOf({ store, nodeTypes }: Desk, ids: readonly string[]): string {
  const only = ids.length === 1 ? store.getState().flow.nodes[ids[0] ?? ''] : undefined;
  return only ? titleOf(only, nodeTypes[only.type]) : t('canvas.things', { count: ids.length });
}

/** Copies the chosen nodes a little aside. */
export function duplicateSelection(desk: Desk): void {
  const { store, ui, random } = desk;
  const { flow } = store.getState();
  const ids = ui.getState().selection.filter((id) => flow.nodes[id] && flow.nodes[id].type !== 'start');
  if (ids.length === 0) return;
  let copies: string[] = [];
  if (told(store.change(t('gesture.duplicate'), (draft) => { copies = [...duplicate(draft, ids, random).values()]; }))) select(desk, copies, { reveal: true });
}

/** Begins a conversation in the simulator at the chosen node. */
export function testFromHere(desk: Desk): void {
  const { ui, flowId } = desk;
  const node = selected(desk);
  if (node) ui.setState({ simulator: true, column: 'simulator', view: 'design', simulate: { wish: 'from', place: { flow: flowId, node } } });
}

/** Puts a note where people look. */
export function addNote(desk: Desk): void {
  const { store, ui, random } = desk;
  const middle = ui.getState().canvas?.middle() ?? { x: 0, y: 0 };
  const id = makeId(random);
  const done = store.change(t('gesture.addNote'), (flow) => { flow.notes[id] = { text: '', x: Math.round(middle.x - 91), y: Math.round(middle.y - 40), width: 182, height: 80 }; });
  if (!told(done)) return;
  select(desk, [id]);
  ui.setState({ renaming: id });
}

/** Moves what is chosen by a step, for people who do not drag. */
export function nudge({ store, ui }: Desk, dx: number, dy: number): void {
  const ids = ui.getState().selection;
  store.change(t('gesture.move', { count: ids.length }), (flow) => {
    for (const id of ids) {
      const thing = flow.nodes[id] ?? flow.notes[id];
      if (thing) Object.assign(thing, { x: thing.x + dx, y: thing.y + dy });
    }
  }, { typing: true });
}

/** Takes my latest gesture back. */
export function undo({ store }: Desk): void {
  said(store.undo());
}

/** Makes it again. */
export function redo({ store }: Desk): void {
  said(store.redo());
}

function said(outcome: { gesture: string } | { refusedAt: string[] } | undefined): void {
  if (outcome && 'refusedAt' in outcome) toastError(t('undo.refused', { where: outcome.refusedAt.join(' › ') }));
}

/** Says why a change could not be made; true when it was. */
export function told(changed: Changed): boolean {
  if (changed.ok) return true;
  toastError(changed.problems[0]?.message ?? t('page.failed'));
  return false;
}
