/** A value as TypeScript: JSON, on one line, with names that need no quotes left bare. What is undefined is left out. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return quoted(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined).map(([name, field]) => `${propertyName(name)}: ${literal(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** A name before a colon. `__proto__` would set the prototype when it is not computed. */
export function propertyName(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quoted(name);
}

/** A text that can stand in a line comment: on one line, whatever its author typed. */
export function comment(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim().slice(0, 120);
}

/** JSON is TypeScript, except that these two end a line in old readers and in diffs. */
function quoted(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
