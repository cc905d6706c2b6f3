/** Escapes that JSON has and PostgreSQL's jsonb refuses: the character 0 and halves of surrogate pairs. */
const suspect = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON for a jsonb parameter, null for nothing. What people and code nodes produce may hold the character 0, which is left out, and
 * halves of pairs, which become U+FFFD; both would be refused with the whole turn.
 */
export function jsonText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = JSON.stringify(value);
  return suspect.test(text) ? JSON.stringify(value, clean) : text;
}

function clean(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  return keys.every((key) => cleanText(key) === key) ? value : Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), inner]));
}

const cleanText = (text: string): string => text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
