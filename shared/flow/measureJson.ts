import { utf8Length } from './sha256.ts';

/** About how many bytes a value takes as JSON, or why it is no JSON that a document may hold. */
export type Measured = { ok: true; bytes: number } | { ok: false; path: string[]; message: string };

/** Deeper than any document; parsers and hashes below may recurse without fear for the stack. */
const maxDepth = 32;

/** Looks through anything once: refuses what is not JSON, nesting deeper than 32 and more than `maxBytes`. Never throws. */
export function measureJson(value: unknown, maxBytes: number): Measured {
  const count = { bytes: 0, maxBytes };
  const wrong = measure(value, [], count);
  return wrong ?? { ok: true, bytes: count.bytes };
}

interface Wrong {
  ok: false;
  path: string[];
  message: string;
}

function measure(value: unknown, path: string[], count: { bytes: number; maxBytes: number }): Wrong | undefined {
  if (count.bytes > count.maxBytes) return { ok: false, path: [], message: `Expected at most ${count.maxBytes.toLocaleString('en')} bytes` };
  switch (typeof value) {
    case 'string':
      count.bytes += utf8Length(value) + 3;
      return undefined;
    case 'number':
      count.bytes += 8;
      return Number.isFinite(value) ? undefined : { ok: false, path, message: 'Expected a finite number' };
    case 'boolean':
      count.bytes += 5;
      return undefined;
    case 'object':
      return value === null ? undefined : measureInside(value, path, count);
    default:
      return { ok: false, path, message: `Expected JSON, got ${typeof value}` };
  }
}

function measureInside(value: object, path: string[], count: { bytes: number; maxBytes: number }): Wrong | undefined {
  if (path.length >= maxDepth) return { ok: false, path, message: `Expected at most ${maxDepth} levels of nesting` };
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
  if (!plain) return { ok: false, path, message: 'Expected a plain JSON object' };
  for (const [key, inside] of Object.entries(value)) {
    if (!Array.isArray(value)) count.bytes += utf8Length(key) + 4;
    if (inside === undefined && !Array.isArray(value)) continue;
    const wrong = measure(inside, [...path, key], count);
    if (wrong) return wrong;
  }
  return undefined;
}
