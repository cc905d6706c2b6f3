import type { JsonObject } from '@parley/shared/lib/json';

/** Escapes that JSON has and PostgreSQL refuses: the character 0 and halves of surrogate pairs. */
const suspect = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON for a parameter, null for nothing. What people and code nodes produce may hold the character 0, which is left out, and
 * halves of pairs, which become U+FFFD; both would be refused with the whole turn.
 */
export function jsonText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = JSON.stringify(value);
  return suspect.test(text) ? JSON.stringify(value, clean) : text;
}

/** A value as it will be read again after it was stored; the very same one where it holds nothing that is left out. */
export function asStored(value: object): JsonObject {
  // What is not changed on the way is JSON already, undefined fields apart.
  return suspect.test(JSON.stringify(value)) ? (JSON.parse(JSON.stringify(value, clean)) as JsonObject) : (value as JsonObject);
}

function clean(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  return keys.every((key) => cleanText(key) === key) ? value : Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), inner]));
}

const cleanText = (text: string): string => text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
