import { datetimeText, readDatetime, readDuration } from '../expressions/calendar.ts';

/** The moment an ISO 8601 duration after `now` (UTC); undefined when either is none or the duration is negative. */
export function dueAt(now: string, after: string): string | undefined {
  const [start, seconds] = [readDatetime(now), readDuration(after)];
  return start === undefined || seconds === undefined || seconds < 0 ? undefined : datetimeText(start + seconds * 1_000);
}

/** Whether a moment has come. */
export function isDue(now: string, moment: string): boolean {
  const [at, due] = [readDatetime(now), readDatetime(moment)];
  return at !== undefined && due !== undefined && due <= at;
}
