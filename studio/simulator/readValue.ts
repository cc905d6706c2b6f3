import { fits } from '@parley/shared/expressions/fits';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';

/** Kinds that are written as JSON; the others as they read. */
const asJson: ReadonlySet<ValueType['kind']> = new Set(['number', 'boolean', 'list', 'object', 'file']);

/** Reads a value of a type as people type it; undefined when it is none. Lists and objects are JSON, a time may be a moment in any zone. */
export function readValue(type: ValueType, text: string): Json | undefined {
  const value = asJson.has(type.kind) ? parsed(text.trim()) : type.kind === 'text' ? text : text.trim();
  return fits(type, value) ? value : undefined;
}

/** A value as it is typed. */
export function writtenValue(type: ValueType, value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, type.kind === 'list' || type.kind === 'object' ? 1 : undefined);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
