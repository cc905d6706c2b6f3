import { sameJson } from '@parley/shared/flow/applyBatch';
import type { Op } from '@parley/shared/flow/batch';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Flow } from '@parley/shared/flow/document';
import { hashValue } from '@parley/shared/flow/hashFlow';
import type { Json } from '@parley/shared/lib/json';
import { produce } from 'immer';
import { putAt } from '@parley/shared/flow/putAt';
import { valueAt } from '../../store/collision.ts';

/** What was typed, from what it was made, and where it stands. */
export interface Typed {
  path: readonly string[];
  base: Json;
  mine: Json;
}

/** What is to be done so that a typed text holds: ops that fit the drawing as it is now, and edits that meet somebody else's. */
export interface Merged {
  ops: Op[];
  clashes: Op[];
}

/**
 * Puts what was typed on the drawing as it stands now. Only what was changed in the text is changed in the drawing, so that edits
 * others made meanwhile stay; where both changed the same thing it is a clash and nothing of it is done.
 */
export function mergeDraft(now: Flow, { path, base, mine }: Typed): Merged {
  const ops = diffFlows(withValue(now, path, base), withValue(now, path, mine));
  const merged: Merged = { ops: [], clashes: [] };
  for (const op of ops) {
    const current = valueAt(now, op.path);
    if (isDone(op, current)) continue;
    if (fits(op, current, now)) merged.ops.push(op);
    else merged.clashes.push(op);
  }
  return merged;
}

/** What others changed in a thing since a text was begun, as paths below it. */
export function changedSince(now: Flow, { path, base }: Pick<Typed, 'path' | 'base'>): string[][] {
  return valueAt(now, path) === undefined ? [] : diffFlows(withValue(now, path, base), now).map((op) => op.path.slice(path.length));
}

function withValue(flow: Flow, path: readonly string[], value: Json): Flow {
  // The whole document has been parsed as one (`judge`).
  if (path.length === 0) return value as unknown as Flow;
  return produce(flow, (draft) => putAt(draft, path, value));
}

/** Somebody else did the same. */
function isDone(op: Op, current: Json | undefined): boolean {
  if (op.op === 'remove') return current === undefined;
  return current !== undefined && sameJson(current, op.value);
}

function fits(op: Op, current: Json | undefined, now: Flow): boolean {
  if (op.op === 'set') return current !== undefined && sameJson(current, op.base);
  if (op.op === 'remove') return current !== undefined && hashValue(current) === op.hash;
  const around = valueAt(now, op.path.slice(0, -1));
  return current === undefined && (op.path.length === 1 || (typeof around === 'object' && around !== null && !Array.isArray(around)));
}
