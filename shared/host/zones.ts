import type { Facts } from '../expressions/types.ts';

const formats = new Map<string, Intl.DateTimeFormat | null>();
const known = new Map<string, Facts['offsets']>();
const day = 86_400_000;

/** Whether this machine knows a time zone by that name. */
export function isZone(zone: string): boolean {
  return formatOf(zone) !== null;
}

/** The zone if this machine knows it, else UTC: an author's typing mistake must not stop a conversation. */
export function zoneOr(zone: string | undefined, fallback: string): string {
  if (zone && isZone(zone)) return zone;
  return isZone(fallback) ? fallback : 'UTC';
}

/** Offsets of a zone from a year before `now` (ISO datetime) to two years after, oldest first: what the core needs to read and show local times. A name nobody knows counts as UTC. */
export function offsetsAround(zone: string, now: string): Facts['offsets'] {
  const month = Math.floor(Date.parse(now) / (30 * day));
  const key = `${zone} ${month}`;
  const cached = known.get(key);
  if (cached) return cached;
  const from = (month - 13) * 30 * day;
  const until = (month + 26) * 30 * day;
  let minutes = offsetAt(zone, from);
  const offsets = [{ from: new Date(from).toISOString(), minutes }];
  for (let at = from; isZone(zone) && at < until; at += 7 * day) {
    const after = offsetAt(zone, at + 7 * day);
    if (after === minutes) continue;
    offsets.push({ from: new Date(changeBetween(zone, at, at + 7 * day)).toISOString(), minutes: after });
    minutes = after;
  }
  if (known.size > 500) known.clear();
  known.set(key, offsets);
  return offsets;
}

/** The minute between two moments at which the offset changes. */
function changeBetween(zone: string, before: number, after: number): number {
  const start = offsetAt(zone, before);
  let low = before / 60_000;
  let high = after / 60_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * 60_000) === start) low = middle;
    else high = middle;
  }
  return high * 60_000;
}

function offsetAt(zone: string, at: number): number {
  const format = formatOf(zone);
  if (!format) return 0;
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0);
  return Math.round((local - Math.floor(at / 60_000) * 60_000) / 60_000);
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const cached = formats.get(zone);
  if (cached !== undefined) return cached;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
  } catch {
    // Not a zone.
  }
  if (formats.size > 1_000) formats.clear();
  formats.set(zone, format);
  return format;
}
