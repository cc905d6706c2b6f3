import i18next from 'i18next';

const units: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

/** Plain English is written as in Britain: 10:41, 2 min ago, 21 Nov 2026, as the look has it. */
const locale = (): string => (i18next.language === 'en' ? 'en-GB' : i18next.language);

/** A time as people read it: relative under a day ("2 min ago"), the date beyond. `at` is an ISO datetime or milliseconds. */
export function relativeTime(at: string | number, now = Date.now()): string {
  const past = now - new Date(at).getTime();
  const unit = units.find(([, size]) => past >= size);
  if (!unit) return i18next.t('time.now');
  if (unit[0] === 'day') return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'always', style: 'short' }).format(-Math.floor(past / unit[1]), unit[0]);
}

/** The time of day of an ISO datetime, such as 10:41. */
export function timeOfDay(at: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** A number with its thousands apart: 1,507. */
export function figure(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}
