import type { Json } from '../lib/json.ts';
import { isObject, own } from './fits.ts';
import type { ValueType } from './types.ts';

/** The ids of the stored files that a value of this type names, its lists and objects gone through; a file without an id is none. */
export function filesIn(type: ValueType, value: Json | undefined): string[] {
  if (type.kind === 'list') return Array.isArray(value) ? value.flatMap((item) => filesIn(type.of, item)) : [];
  if (!isObject(value)) return [];
  if (type.kind === 'object') return Object.entries(type.fields).flatMap(([name, field]) => filesIn(field, own(value, name)));
  const id = type.kind === 'file' ? own(value, 'id') : undefined;
  return typeof id === 'string' && id !== '' ? [id] : [];
}
