import type { Json } from '../lib/json.ts';
import { diffFlows } from './diffFlows.ts';
import type { Flow, FlowSet } from './document.ts';

/** One thing that is different between two drawings. Paths are those inside the thing; values as they stand on each side. */
export interface Change {
  flow: string;
  kind: 'added' | 'removed' | 'changed';
  what: 'flow' | 'node' | 'edge' | 'variable' | 'note' | 'frame' | 'translation' | 'setting';
  id: string;
  /** The node's title or type, the variable's name: something to read. */
  label: string;
  fields: { path: string[]; before?: Json | undefined; after?: Json | undefined }[];
  /** Only its place on the canvas is different. */
  moved: boolean;
}

const words: Readonly<Record<string, Change['what']>> = { nodes: 'node', edges: 'edge', variables: 'variable', notes: 'note', frames: 'frame', translations: 'translation' };

/** What is different between two versions of a bot, one entry per thing. `from` null = there was nothing. */
export function compareSets(from: FlowSet | null, to: FlowSet): Change[] {
  const ids = [...new Set([...Object.keys(to.flows), ...Object.keys(from?.flows ?? {})])];
  return ids.flatMap((id) => compareFlows(id, from?.flows[id], to.flows[id]));
}

/** What is different between two drawings of one flow. */
export function compareFlows(flow: string, before: Flow | undefined, after: Flow | undefined): Change[] {
  const whole = { flow, what: 'flow' as const, id: flow, label: '', fields: [], moved: false };
  if (!after) return [{ ...whole, kind: 'removed' }];
  const changes = new Map<string, Change>();
  for (const op of diffFlows(framed(before ?? emptied(after)), framed(after))) {
    const thing = thingOf(op.path);
    const known = changes.get(`${thing.what} ${thing.id}`) ?? { flow, ...thing, kind: 'changed' as const, label: labelOf(thing, before, after), fields: [], moved: false };
    changes.set(`${thing.what} ${thing.id}`, known);
    if (thing.inside.length === 0 && op.op !== 'set') known.kind = op.op === 'add' ? 'added' : 'removed';
    else known.fields.push({ path: thing.inside, ...sides(op, before) });
  }
  const list = [...changes.values()].map(({ flow: of, kind, what, id, label, fields }) => ({
    flow: of, kind, what, id, label, fields, moved: kind === 'changed' && what === 'node' && fields.length > 0 && fields.every(({ path }) => path.length === 1 && (path[0] === 'x' || path[0] === 'y')),
  }));
  return before ? list : [{ ...whole, kind: 'added' }, ...list];
}

/** A first frame is a thing of its own, also in a drawing from before there were any. */
function framed(flow: Flow): Flow {
  return { ...flow, frames: flow.frames ?? {} };
}

/** A document of the same settings with nothing drawn: what a first version is compared with. */
function emptied(flow: Flow): Flow {
  return { ...flow, variables: {}, nodes: {}, edges: {}, notes: {}, frames: {}, translations: {} };
}

function thingOf(path: readonly string[]): { what: Change['what']; id: string; inside: string[] } {
  const [top = '', first = '', second = ''] = path;
  const what = words[top];
  if (what === 'translation') return { what, id: [first, second].filter(Boolean).join('/'), inside: path.slice(3) };
  if (what) return { what, id: first, inside: path.slice(2) };
  return top === 'settings' ? { what: 'setting', id: first, inside: path.slice(2) } : { what: 'setting', id: top, inside: path.slice(1) };
}

function sides(op: { op: string; path: string[]; value?: Json; base?: Json }, before: Flow | undefined): { before?: Json; after?: Json } {
  const after = op.value === undefined ? {} : { after: op.value };
  if (op.op === 'set') return { ...(op.base === undefined ? {} : { before: op.base }), ...after };
  const old = op.op === 'remove' && before ? read(before, op.path) : undefined;
  return old === undefined ? after : { before: old };
}

function read(value: unknown, path: readonly string[]): Json | undefined {
  let inside = value;
  for (const key of path) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, key)) return undefined;
    inside = Reflect.get(inside, key);
  }
  // A parsed document is plain JSON all the way down.
  return inside as Json | undefined;
}

function labelOf({ what, id }: { what: Change['what']; id: string }, before: Flow | undefined, after: Flow): string {
  const node = (name: string): string => {
    const found = after.nodes[name] ?? before?.nodes[name];
    return found?.title ?? found?.type ?? name;
  };
  if (what === 'node') return node(id);
  if (what === 'variable') return (after.variables[id] ?? before?.variables[id])?.name ?? id;
  if (what === 'frame') return (after.frames?.[id] ?? before?.frames?.[id])?.title ?? id;
  if (what === 'edge') {
    const edge = after.edges[id] ?? before?.edges[id];
    return edge ? `${node(edge.from)} → ${node(edge.to)}` : id;
  }
  return id;
}
