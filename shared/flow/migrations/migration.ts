import type { JsonObject } from '../../lib/json.ts';

/** One step of a document's shape. Run on read, never edited once released; its fixtures show it (`<name>.before/after.json`). */
export interface Migration {
  name: string;
  /** The `schema` it starts from; it leads to the next number. */
  from: number;
  /** Why documents of the old shape exist. */
  why: string;
  /** Gives the new shape. What does not look as expected is passed on untouched: the parser then names it. */
  up(document: JsonObject): JsonObject;
}

/** Whether a value read from an old document is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
