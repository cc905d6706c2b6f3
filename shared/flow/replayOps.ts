import type { Json, JsonObject } from '../lib/json.ts';
import type { Op } from './batch.ts';

/**
 * A document after batches that were accepted on it, in their order. What they expected to find was looked at when they were accepted and is
 * not asked again: a field that has got a default since then would be no reason to lose a step. The given document is not changed.
 */
export function replayOps(document: JsonObject, batches: readonly { ops: readonly Op[] }[]): JsonObject {
  const root = copyOf(document);
  for (const { ops } of batches) for (const op of ops) put(root, op);
  return root;
}

function put(root: JsonObject, op: Op): void {
  const key = op.path.at(-1);
  if (key === undefined) return;
  let holder = root;
  for (const step of op.path.slice(0, -1)) {
    const inside = Object.hasOwn(holder, step) ? holder[step] : undefined;
    holder = isObject(inside) ? inside : (holder[step] = {});
  }
  if (op.op === 'remove') delete holder[key];
  else holder[key] = copyOf(op.value);
}

/** JSON that nobody else holds. */
function copyOf<Value extends Json>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
