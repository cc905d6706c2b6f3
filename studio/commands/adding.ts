import { edgeFrom } from '@parley/shared/flow/removeAll';
import { makeId } from '@parley/shared/lib/id';
import type { JsonObject } from '@parley/shared/lib/json';
import { formOf } from '@parley/shared/nodes/formOf';
import i18next from 'i18next';
import { select, selected, sizeOf, told } from './actions.ts';
import type { Desk } from './actions.ts';
import { addNode, connect, insertAfter, moveOn } from './edits/nodes.ts';
import type { Place } from './edits/nodes.ts';
import { exitToAddAfter, freePlace, startOf } from './edits/reading.ts';

const t = (key: string, options?: Record<string, unknown>): string => i18next.t(key, options ?? {});

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

/** Adds a node where somebody draws: the keyboard goes into its words where it speaks, or else back onto the canvas. */
export function addAndWrite(desk: Desk, addition: Add): void {
  const made = add(desk, addition);
  const definition = desk.nodeTypes[addition.type];
  const speaks = definition?.group === 'talk' && formOf(definition).some(({ meta }) => meta.translatable && !meta.advanced);
  desk.ui.getState().canvas?.focus();
  if (made && speaks) desk.ui.setState({ wish: { field: '' }, column: 'inspector' });
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

function placeAfter(desk: Desk, after: string | undefined): Place {
  const { store, ui } = desk;
  const { flow } = store.getState();
  const beside = after ? flow.nodes[after] : undefined;
  const { canvas } = ui.getState();
  const heightOf = (id: string): number | undefined => sizeOf(desk)(id)?.height;
  if (beside) return freePlace(flow, { x: beside.x + step, y: beside.y }, heightOf);
  const middle = canvas?.middle() ?? { x: 0, y: 0 };
  return freePlace(flow, { x: middle.x - 108, y: middle.y - 60 }, heightOf);
}

/** Leads an exit to a node. */
export function lead({ store, random }: Desk, from: string, exit: string, to: string): void {
  told(store.change(t('gesture.connect'), (flow) => connect(flow, from, exit, to, random)));
}

/** Leads several ways out to one node, as one gesture. */
export function leadAll({ store, random }: Desk, ends: readonly { node: string; exit: string }[], to: string): void {
  told(store.change(t('gesture.connectAll', { count: ends.length }), (flow) => { for (const { node, exit } of ends) connect(flow, node, exit, to, random); }));
}

/** Puts a note below the chosen card, or where people look: nothing stands over the words that are typed next. */
export function addNote(desk: Desk): void {
  const { store, ui, random } = desk;
  const { flow } = store.getState();
  const chosen = selected(desk);
  const card = chosen ? flow.nodes[chosen] : undefined;
  const middle = ui.getState().canvas?.middle() ?? { x: 0, y: 0 };
  const { x, y } = freePlace(flow, card ?? { x: middle.x - 91, y: middle.y - 40 }, (node) => sizeOf(desk)(node)?.height);
  const id = makeId(random);
  const done = store.change(t('gesture.addNote'), ({ notes }) => { notes[id] = { text: '', x: Math.round(x), y: Math.round(y), width: 182, height: 80 }; });
  if (!told(done)) return;
  select(desk, [id], { reveal: true });
  ui.setState({ renaming: id });
}
