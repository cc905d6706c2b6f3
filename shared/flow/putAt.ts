import type { Json, JsonObject } from '../lib/json.ts';
import type { Flow } from './document.ts';

/** What stands at a path of a document under change; undefined when nothing does. */
export function readAt(flow: Flow, path: readonly string[]): Json | undefined {
  // A document is plain JSON; optional fields are left out, never undefined.
  let value: Json | undefined = flow as unknown as Json;
  for (const key of path) {
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return value;
}

/** Puts a value at a path of a document under change, making the objects on the way; undefined takes it away. */
export function putAt(flow: Flow, path: readonly string[], value: Json | undefined): void {
  let holder = flow as unknown as JsonObject;
  for (const key of path.slice(0, -1)) {
    const inside = holder[key];
    if (isObject(inside)) holder = inside;
    else {
      const fresh: JsonObject = {};
      holder[key] = fresh;
      // Read back: under immer the stored object is a draft of its own.
      const stored = holder[key];
      holder = isObject(stored) ? stored : fresh;
    }
  }
  const key = path.at(-1);
  if (key === undefined) return;
  if (value === undefined) delete holder[key];
  else holder[key] = value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
