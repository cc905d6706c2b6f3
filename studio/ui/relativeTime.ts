import i18next from 'i18next';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Plain English is written as in Britain: 10:41, 2 min ago, 21 Nov 2026, as the look has it. */
export const locale = (): string => (i18next.language === 'en' ? 'en-GB' : i18next.language);

/** A time as people read it: relative under a day ("2 min ago"), the date beyond. `at` is an ISO datetime or milliseconds. */
export function relativeTime(at: string | number, now = Date.now()): string {
  const past = now - new Date(at).getTime();
  if (past < minute) return i18next.t('time.now');
  if (past < hour) return i18next.t('time.minutes', { count: Math.floor(past / minute) });
  if (past < day) return i18next.t('time.hours', { count: Math.floor(past / hour) });
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
}

/** The time of day of an ISO datetime, such as 10:41. */
export function timeOfDay(at: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', ...(i18next.language === 'en' && { hourCycle: 'h23' }) }).format(new Date(at));
}

/** When something was, as short as it can be told: 10:41 today, 19 Nov before, 19 Nov 2025 in another year. */
export function whenShort(at: string, now = Date.now()): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) return timeOfDay(at);
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', ...(then.getFullYear() !== today.getFullYear() && { year: 'numeric' }) }).format(then);
}

/** The time of day, with its date unless that is today: 10:41, or 19 Nov, 10:41. */
export function whenExactly(at: string, now = Date.now()): string {
  const day = whenShort(at, now);
  const time = timeOfDay(at);
  return day === time ? time : `${day}, ${time}`;
}

/** A number with its thousands apart: 1,507. */
export function figure(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** How long something took: 0.4 ms, 12 ms, 1.2 s. */
export function took(ms: number): string {
  if (ms >= 1_000) return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(ms / 1_000)} s`;
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: ms < 10 ? 1 : 0 }).format(ms)} ms`;
}
