import type { Json } from '../lib/json.ts';
import { readDatetime, readDuration } from './calendar.ts';
import { Failure } from './failure.ts';
import { isObject } from './fits.ts';
import { quote } from './read.ts';

/** Whether two values are the same; durations and datetimes by what they mean, however they are written. */
export function same(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (typeof left === 'string' && typeof right === 'string') {
    const [a, b] = measures(left, right);
    return a !== undefined && a === b;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => same(item, right[at] ?? null));
  }
  if (isObject(left) && isObject(right)) {
    const names = Object.keys(left);
    return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && same(left[name] ?? null, right[name] ?? null));
  }
  return false;
}

/** Negative, 0 or positive as `left` comes before, with or after `right`. Numbers by size, texts by letters, moments and durations in time. */
export function order(left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') {
    const [a, b] = measures(left, right);
    if (a !== undefined && b !== undefined) return a - b;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  throw new Failure(`${quote(left)} and ${quote(right)} have no order.`);
}

/** ISO texts that sort wrongly as letters (`PT90M` and `PT2H`, moments with and without fractions), as numbers. */
function measures(left: string, right: string): [number | undefined, number | undefined] {
  if (isDuration(left) && isDuration(right)) return [readDuration(left), readDuration(right)];
  if (isMoment(left) && isMoment(right)) return [readDatetime(left), readDatetime(right)];
  return [undefined, undefined];
}

const isDuration = (text: string): boolean => text.length < 40 && (text.startsWith('P') || text.startsWith('-P'));
const isMoment = (text: string): boolean => text.length > 16 && text.length < 40 && text[10] === 'T' && text.endsWith('Z');
