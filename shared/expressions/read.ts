import type { Json } from '../lib/json.ts';
import type { Facts } from './types.ts';
import { readDate, readDatetime, readDuration, readTime } from './calendar.ts';
import { Failure } from './failure.ts';
import { valueLimits } from './fits.ts';
import { toLocal } from './zone.ts';
import type { Local } from './zone.ts';

/** Says a value in an error, cut short. */
export function quote(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function refuse(expected: string, value: Json | undefined): never {
  throw new Failure(`Expected ${expected}, got ${quote(value)}.`);
}

/** The value as a text, or a failure of the evaluation. Likewise below for the other types. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : refuse('a text', value);
}

export function numberOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : refuse('a number', value);
}

export function wholeOf(value: Json | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : refuse('a whole number', value);
}

export function booleanOf(value: Json | undefined): boolean {
  return typeof value === 'boolean' ? value : refuse('true or false', value);
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : refuse('a list', value);
}

/** A date's number of days since 1970. */
export function daysOf(value: Json | undefined): number {
  return (typeof value === 'string' ? readDate(value) : undefined) ?? refuse('a date', value);
}

/** A time's minutes since midnight. */
export function minutesOf(value: Json | undefined): number {
  return (typeof value === 'string' ? readTime(value) : undefined) ?? refuse('a time', value);
}

/** A datetime's milliseconds since 1970. */
export function momentOf(value: Json | undefined): number {
  return (typeof value === 'string' ? readDatetime(value) : undefined) ?? refuse('a date and time', value);
}

/** A duration's seconds. */
export function secondsOf(value: Json | undefined): number {
  return (typeof value === 'string' ? readDuration(value) : undefined) ?? refuse('a duration', value);
}

/** The local day and time of a date (midnight), a time (no day) or a datetime. */
export function localOf(value: Json | undefined, facts: Facts): Local {
  const text = typeof value === 'string' ? value : refuse('a date or a time', value);
  const days = readDate(text);
  if (days !== undefined) return { days, minutes: 0 };
  const minutes = readTime(text);
  if (minutes !== undefined) return { days: 0, minutes };
  return toLocal(facts, momentOf(value));
}

/** Fails when a text of this many characters would be longer than a value may be. */
export function cappedLength(length: number): void {
  if (length > valueLimits.text) throw new Failure(`A text has at most ${valueLimits.text} characters; this one would have ${length}.`);
}

/** The text, unless it is longer than a value may be. */
export function cappedText(text: string): string {
  cappedLength(text.length);
  return text;
}

/** The list, unless it has more items than a value may have. */
export function cappedList(list: Json[]): Json[] {
  if (list.length > valueLimits.items) throw new Failure(`A list has at most ${valueLimits.items} items; this one would have ${list.length}.`);
  return list;
}

/** The number, unless it is infinite or not a number. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Failure('The result is not a number (a division by zero, or too big).');
  return value;
}
