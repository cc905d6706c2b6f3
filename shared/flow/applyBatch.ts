import { canonicalJson } from '../lib/json.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { Batch, Op, Refusal } from './batch.ts';
import type { Flow } from './document.ts';
import { hashValue } from './hashFlow.ts';

/** A document after a batch, or why it stays as it is. */
export type Applied = { ok: true; flow: Flow } | { ok: false; refusal: Refusal };

/**
 * Applies a batch whole or not at all. The given document is not changed; the new one shares every part the batch does not touch.
 * Shape is not looked at here (`checkTouched` does, at the door); what depends on the order of two people's edits is.
 */
export function applyBatch(flow: Flow, batch: Pick<Batch, 'ops'>): Applied {
  const draft = new Draft(flow);
  for (const [index, op] of batch.ops.entries()) {
    const refusal = draft.apply(op, index);
    if (refusal) return { ok: false, refusal };
  }
  const twice = edgeTwice(draft.root, batch.ops);
  if (twice) return { ok: false, refusal: twice };
  // Ops move JSON about; that the result has the shape of a document is checked where batches come in.
  return { ok: true, flow: draft.root as unknown as Flow };
}

/** The ops that take a batch back, to be applied after it: last first. Undefined when the batch does not apply to `before`. */
export function inverseOps(before: Flow, batch: Pick<Batch, 'ops'>): Op[] | undefined {
  const draft = new Draft(before);
  const inverse: Op[] = [];
  for (const [index, op] of batch.ops.entries()) {
    const old = draft.read(op.path);
    if (draft.apply(op, index)) return undefined;
    if (op.op === 'set') inverse.push({ op: 'set', path: op.path, value: op.base, base: op.value });
    else if (op.op === 'add') inverse.push({ op: 'remove', path: op.path, hash: hashValue(op.value) });
    else if (old !== undefined) inverse.push({ op: 'add', path: op.path, value: old });
  }
  return inverse.reverse();
}

/** A document under change: every object on a path is copied once, before its first change. */
class Draft {
  root: JsonObject;
  private readonly copies = new Set<object>();

  constructor(flow: Flow) {
    // A parsed document is plain JSON; optional fields are left out, never undefined.
    this.root = { ...flow } as unknown as JsonObject;
    this.copies.add(this.root);
  }

  read(path: readonly string[]): Json | undefined {
    let value: Json | undefined = this.root;
    for (const key of path) {
      if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
      value = value[key];
    }
    return value;
  }

  apply(op: Op, index: number): Refusal | undefined {
    const refused = (reason: Refusal['reason'], current: Json | undefined): Refusal => ({ op: index, path: op.path, reason, current, message: explain(reason, op.path) });
    const key = op.path.at(-1);
    if (key === undefined || !isObject(this.read(op.path.slice(0, -1)))) return refused('gone', undefined);
    const current = this.read(op.path);
    if (op.op === 'add') {
      if (current !== undefined) return refused('exists', current);
      this.own(op.path)[key] = op.value;
      return undefined;
    }
    if (current === undefined) return refused('gone', undefined);
    const unchanged = op.op === 'set' ? sameJson(current, op.base) : hashValue(current) === op.hash;
    if (!unchanged) return refused('stale', current);
    const holder = this.own(op.path);
    if (op.op === 'set') holder[key] = op.value;
    else delete holder[key];
    return undefined;
  }

  /** The object holding the last key of an existing path, copied together with all around it unless they already are. */
  private own(path: readonly string[]): JsonObject {
    let holder = this.root;
    for (const key of path.slice(0, -1)) {
      let inside = holder[key];
      if (!isObject(inside)) break;
      if (!this.copies.has(inside)) {
        inside = { ...inside };
        this.copies.add(inside);
        holder[key] = inside;
      }
      holder = inside;
    }
    return holder;
  }
}

/** Whether two JSON values are the same apart from the order of keys. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return canonicalJson(a) === canonicalJson(b);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Two people may each connect the same free exit: the second is told, because an exit has at most one edge. */
function edgeTwice(root: JsonObject, ops: readonly Op[]): Refusal | undefined {
  const edges = root['edges'];
  const touching = ops.flatMap((op, index) => (op.path[0] === 'edges' && op.op !== 'remove' ? [{ op, index, id: op.path[1] ?? '' }] : []));
  if (touching.length === 0 || !isObject(edges)) return undefined;
  const wanted = new Map(touching.map((touch) => [wayOut(edges[touch.id]), touch]));
  wanted.delete(undefined);
  const first = new Map<string, string>();
  for (const [id, edge] of Object.entries(edges)) {
    const way = wayOut(edge);
    const touch = wanted.get(way);
    if (way === undefined || !touch) continue;
    const other = first.get(way);
    first.set(way, id);
    if (other === undefined) continue;
    const { op, index } = touch;
    return { op: index, path: op.path, reason: 'exists', current: edges[other === touch.id ? id : other], message: 'This way out is already connected.' };
  }
  return undefined;
}

function wayOut(edge: Json | undefined): string | undefined {
  if (!isObject(edge) || typeof edge['from'] !== 'string' || typeof edge['exit'] !== 'string') return undefined;
  return `${edge['from']}\n${edge['exit']}`;
}

const wording: Record<Refusal['reason'], string> = {
  stale: 'was changed by somebody else meanwhile.',
  gone: 'is no longer there.',
  exists: 'is already there.',
};

function explain(reason: Refusal['reason'], path: readonly string[]): string {
  return `${path.join('.')} ${wording[reason]}`;
}
