const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** The moment an ISO 8601 duration after `now` (both UTC); undefined when either does not parse or the sum is no date. */
export function dueAt(now: string, after: string): string | undefined {
  const match = after === 'P' || after.endsWith('T') ? null : duration.exec(after);
  const start = new Date(now);
  if (!match || Number.isNaN(start.getTime())) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const due = new Date(start);
  due.setUTCFullYear(due.getUTCFullYear() + (years ?? 0), due.getUTCMonth() + (months ?? 0));
  // The last day of a shorter month, not the first days of the next one.
  if (due.getUTCDate() !== start.getUTCDate()) due.setUTCDate(0);
  due.setTime(due.getTime() + ((weeks ?? 0) * 7 + (days ?? 0)) * 86_400_000
    + (hours ?? 0) * 3_600_000 + (minutes ?? 0) * 60_000 + Math.round((seconds ?? 0) * 1_000));
  return Number.isNaN(due.getTime()) ? undefined : due.toISOString();
}
