import type { Flow } from '@parley/shared/flow/document';
import { parseShape } from '@parley/shared/flow/parseFlow';
import type { Issue } from '@parley/shared/issues/issue';
import type { Json } from '@parley/shared/lib/json';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { valueAt } from '../../store/collision.ts';
import { rangeOf, readJson } from '../../ui/code/jsonPlaces.ts';
import type { Place } from '../../ui/code/jsonPlaces.ts';
import type { JsonMark } from '../../ui/code/JsonEditor.tsx';
import type { Thing } from './thing.ts';

/** What a typed text is: JSON of the right shape with its value, or what stands in the way, the first as a sentence of its own. */
export type Judged =
  | { ok: true; value: Json; root: Place }
  | { ok: false; marks: JsonMark[]; sentence: string };

/** The words for what is not JSON yet, by what is wrong; `line` is where. */
export type Wording = (key: string, options: Record<string, unknown>) => string;

/** Judges a text exactly as the door of the document would. Nothing is changed by it. */
export function judge(text: string, thing: Thing, { flow, nodeTypes, say }: { flow: Flow; nodeTypes: NodeTypes; say: Wording }): Judged {
  const read = readJson(text);
  if (!read.ok) {
    const sentence = say(`json.problem.${read.problem}`, { line: text.slice(0, read.at).split('\n').length });
    return { ok: false, sentence, marks: [{ start: Math.min(read.at, Math.max(0, text.length - 1)), end: read.at + 1, severity: 'error', message: sentence }] };
  }
  const type = thing.is === 'node' ? flow.nodes[thing.path[1] ?? '']?.type : undefined;
  if (type !== undefined && fieldOf(read.value, 'type') !== type) return refused([{ path: 'type', message: say('json.otherType', { type }) }], read.root);
  const parsed = parseShape(around(thing, flow, read.value), nodeTypes);
  const before = thing.path.length === 0 ? '' : `${thing.path.join('.')}.`;
  if (!parsed.ok) return refused(parsed.problems.map(({ path, message }) => ({ path: `${path}.`.startsWith(before) ? path.slice(before.length) : path, message })), read.root);
  const value = valueAt(parsed.flow, thing.path);
  // What was parsed is there, and JSON.
  return { ok: true, value: value ?? null, root: read.root };
}

/** What the proof says about a thing, at the places of its text. */
export function marksOf(issues: readonly Issue[], { is, path }: Thing, flowId: string, root: Place): JsonMark[] {
  return issues.filter(({ flow, nodeId }) => flow === flowId && (is === 'flow' || (is === 'node' && nodeId === path[1]))).map(({ nodeId, edgeId, field, severity, message }) => {
    const inside = is === 'node' ? [] : nodeId ? ['nodes', nodeId] : edgeId ? ['edges', edgeId] : ['settings'];
    const at = [...inside, ...(nodeId ? ['data'] : []), ...(field ? [field] : [])].join('.');
    return { ...rangeOf(root, at), severity, message };
  });
}

/** A document in which only the thing is to be judged. */
function around({ is, path: [, id = ''] }: Thing, flow: Flow, value: unknown): unknown {
  if (is === 'flow') return value;
  return { ...flow, variables: {}, translations: {}, edges: {}, nodes: is === 'node' ? { [id]: value } : {}, notes: is === 'note' ? { [id]: value } : {} };
}

function refused(problems: readonly { path: string; message: string }[], root: Place): Judged {
  const marks = problems.map(({ path, message }): JsonMark => ({ ...rangeOf(root, path), severity: 'error', message }));
  const [first] = problems;
  return { ok: false, marks, sentence: first ? (first.path ? `${first.path}: ${first.message}` : first.message) : '' };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
