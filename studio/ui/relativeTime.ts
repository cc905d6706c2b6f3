import i18next from 'i18next';

const units: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

/** A time as people read it: relative under a day ("2 min ago"), the date beyond. `at` is an ISO datetime. */
export function relativeTime(at: string, now = Date.now()): string {
  const past = now - Date.parse(at);
  const unit = units.find(([, size]) => past >= size);
  if (!unit) return i18next.t('time.now');
  if (unit[0] === 'day') return new Intl.DateTimeFormat(i18next.language, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
  return new Intl.RelativeTimeFormat(i18next.language, { numeric: 'always', style: 'narrow' }).format(-Math.floor(past / unit[1]), unit[0]);
}

/** The time of day of an ISO datetime, such as 10:41. */
export function timeOfDay(at: string): string {
  return new Intl.DateTimeFormat(i18next.language, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}
