import { showValue } from '@parley/shared/expressions/showValue';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';

/** A value in one line, as it is stored: dates stay `2026-11-21`, so that they can be compared with conditions. */
export function shownValue(value: Json | undefined, type: ValueType): string {
  if (value === undefined) return '';
  if (type.kind === 'number' || type.kind === 'boolean') return String(value);
  if (type.kind === 'file') return showValue(value, type, noFacts);
  return textOf(value);
}

/** A JSON value in one line. */
export function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value).map(([name, inner]) => `${name}: ${textOf(inner)}`).join(', ');
}

const noFacts = { now: '1970-01-01T00:00:00.000Z', zone: 'UTC', offsets: [], language: 'en', seed: 0, channel: 'web', contact: { id: '', name: '' } };
