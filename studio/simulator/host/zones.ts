import type { Facts } from '@parley/shared/expressions/types';

const day = 86_400_000;

/** Offsets of a time zone from a year before `now` to two years after, oldest first, as facts carry them; a name nobody knows counts as UTC. */
export function offsetsAround(zone: string, now: string): Facts['offsets'] {
  const format = formatOf(zone);
  const month = Math.floor(Date.parse(now) / (30 * day));
  const [from, until] = [(month - 13) * 30 * day, (month + 26) * 30 * day];
  let minutes = offsetAt(format, from);
  const offsets = [{ from: new Date(from).toISOString(), minutes }];
  for (let at = from; format && at < until; at += 7 * day) {
    const after = offsetAt(format, at + 7 * day);
    if (after !== minutes) offsets.push({ from: new Date(changeBetween(format, at, at + 7 * day)).toISOString(), minutes: after });
    minutes = after;
  }
  return offsets;
}

/** Whether this browser knows a time zone by that name. */
export function isZone(zone: string): boolean {
  return formatOf(zone) !== undefined;
}

/** The minute between two moments at which the offset changes. */
function changeBetween(format: Intl.DateTimeFormat, before: number, after: number): number {
  const start = offsetAt(format, before);
  let [low, high] = [before / 60_000, after / 60_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(format, middle * 60_000) === start) low = middle;
    else high = middle;
  }
  return high * 60_000;
}

function offsetAt(format: Intl.DateTimeFormat | undefined, at: number): number {
  if (!format) return 0;
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - Math.floor(at / 60_000) * 60_000) / 60_000);
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
  } catch {
    return undefined;
  }
}
