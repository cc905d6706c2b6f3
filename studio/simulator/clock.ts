import i18next from 'i18next';
import { locale } from '../ui/relativeTime.ts';

/** The time of day of a moment on a clock in that zone, such as 10:41. */
export function timeIn(at: string, zone: string): string {
  return formatted(at, { hour: '2-digit', minute: '2-digit', timeZone: zone });
}

/** The day of a moment in that zone, such as Fri 20 Nov. */
export function dayIn(at: string, zone: string): string {
  return formatted(at, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });
}

/** Day and time of a moment in that zone. */
export function momentIn(at: string, zone: string): string {
  return formatted(at, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone });
}

/** What a clock in that zone shows, as `2026-11-20T10:41`. */
export function localOf(at: string, zone: string): string {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

/** A language's own name. */
export function languageName(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}

/** A duration in ISO 8601 as people read it, such as 30 min. */
export function spanOf(after: string): string {
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(after) ?? [];
  const total = Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  const [unit, size] = ([['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const).find(([, each]) => total >= each) ?? ['second', 1];
  return new Intl.NumberFormat(i18next.language, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short', maximumFractionDigits: 1 }).format(total / size);
}

function formatted(at: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...options, hourCycle: 'h23' }).format(new Date(at));
}
