import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Batch, Op, Refusal } from '@parley/shared/flow/batch';
import type { Flow } from '@parley/shared/flow/document';
import { canonicalJson } from '@parley/shared/lib/json';
import type { Json } from '@parley/shared/lib/json';

/** An edit of mine that does not fit what somebody else made meanwhile. */
export interface Collision {
  batch: Batch;
  refusal: Refusal;
}

/** My value and theirs at the place where the two edits meet; undefined where nothing stands. */
export function sidesOf({ batch, refusal }: Collision): { mine: Json | undefined; theirs: Json | undefined } {
  const op = batch.ops[refusal.op];
  return { mine: op && op.op !== 'remove' ? op.value : undefined, theirs: refusal.current };
}

/** The ops that put my edit over theirs as the drawing stands now; undefined when what they belong to is gone. */
export function overTheirs(flow: Flow, { batch }: Collision): Op[] | undefined {
  const ops: Op[] = [];
  for (const op of batch.ops) {
    const current = valueAt(flow, op.path);
    if (op.op === 'remove') continue;
    if (current === undefined) ops.push({ op: 'add', path: op.path, value: op.value });
    else ops.push({ op: 'set', path: op.path, value: op.value, base: current });
  }
  return ops.length > 0 && applyBatch(flow, { ops }).ok ? ops : undefined;
}

/** Whether all that a batch wants stands there already: somebody made the same edit, or it is an earlier answer that got lost. */
export function stands(flow: Flow, { ops }: Pick<Batch, 'ops'>): boolean {
  return ops.every((op) => {
    const current = valueAt(flow, op.path);
    return op.op === 'remove' ? current === undefined : canonicalJson(current) === canonicalJson(op.value);
  });
}

/** What stands at a path of a document; undefined when nothing does. */
export function valueAt(flow: Flow, path: readonly string[]): Json | undefined {
  // A document is plain JSON; optional fields are left out, never undefined.
  let value: Json | undefined = flow as unknown as Json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
