import type { Json } from '../lib/json.ts';
import type { ValueType } from './types.ts';
import { assertNever } from '../lib/assertNever.ts';
import { readDate, readDatetime, readDuration, readTime } from './calendar.ts';

/** Caps on every value: characters of a text, items of a list, levels of lists and objects inside one another. */
export const valueLimits = { text: 4_096, items: 1_000, nesting: 2 } as const;

/** Whether a JSON value is a value of this type, within the caps. An object may have further fields, none may be missing. */
export function fits(type: ValueType, value: Json | undefined): boolean {
  switch (type.kind) {
    case 'text': return typeof value === 'string' && value.length <= valueLimits.text;
    case 'number': return typeof value === 'number' && Number.isFinite(value);
    case 'boolean': return typeof value === 'boolean';
    case 'date': return typeof value === 'string' && readDate(value) !== undefined;
    case 'time': return typeof value === 'string' && readTime(value) !== undefined;
    case 'datetime': return typeof value === 'string' && readDatetime(value) !== undefined;
    case 'duration': return typeof value === 'string' && readDuration(value) !== undefined;
    case 'file': return isObject(value) && ['id', 'mime', 'name'].every((key) => typeof own(value, key) === 'string') && typeof own(value, 'bytes') === 'number';
    case 'list': return Array.isArray(value) && value.length <= valueLimits.items && value.every((item) => fits(type.of, item));
    case 'object': return isObject(value) && Object.entries(type.fields).every(([name, field]) => fits(field, own(value, name)));
    default: return assertNever(type);
  }
}

/** A JSON object, not a list and not null. */
export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own property; never one of its prototype. */
export function own<Value>(object: { [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Levels of lists and objects inside one another: 0 for a text, 1 for a list of texts. */
export function nestingOf(type: ValueType): number {
  if (type.kind === 'list') return 1 + nestingOf(type.of);
  if (type.kind === 'object') return 1 + Math.max(0, ...Object.values(type.fields).map(nestingOf));
  return 0;
}
