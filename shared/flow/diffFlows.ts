import type { Json, JsonObject } from '../lib/json.ts';
import { sameJson } from './applyBatch.ts';
import type { Op } from './batch.ts';
import type { Flow } from './document.ts';
import { hashValue } from './hashFlow.ts';

/** The ops that turn `from` into `to`, one for the smallest thing that differs (texts and arrays whole); none when they are equal. */
export function diffFlows(from: Flow, to: Flow): Op[] {
  const ops: Op[] = [];
  // Parsed documents are plain JSON objects.
  compare(from as unknown as JsonObject, to as unknown as JsonObject, { path: [], ops });
  return ops;
}

function compare(from: JsonObject, to: JsonObject, { path, ops }: { path: string[]; ops: Op[] }): void {
  for (const [key, old] of Object.entries(from)) {
    if (old === undefined || Object.hasOwn(to, key) && to[key] !== undefined) continue;
    ops.push({ op: 'remove', path: [...path, key], hash: hashValue(old) });
  }
  for (const [key, value] of Object.entries(to)) {
    if (value === undefined) continue;
    const here = [...path, key];
    const old = Object.hasOwn(from, key) ? from[key] : undefined;
    if (old === value) continue;
    if (old === undefined) ops.push({ op: 'add', path: here, value });
    else if (isObject(old) && isObject(value)) compare(old, value, { path: here, ops });
    else if (!sameJson(old, value)) ops.push({ op: 'set', path: here, value, base: old });
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
