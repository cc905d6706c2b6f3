import { dayFromNumber, weekdayOf } from './calendar.ts';
import type { LanguageFacts } from './languages.data.ts';
import type { Local } from './zone.ts';

const letters = /'[^']*'|yyyy|yy|MMMM|MMM|MM|M|dd|d|EEEE|EEE|HH|H|hh|h|mm|a/g;

/**
 * Writes a local day and time by a pattern: `yyyy` `yy` `MMMM` (name) `MMM` (short name) `MM` `M` `dd` `d` `EEEE` (weekday)
 * `EEE` `HH` `H` (24 hours) `hh` `h` (12 hours) `mm` `a` (part of the day); everything else and what is 'in quotes' stands for itself.
 */
export function formatMoment(pattern: string, local: Local, language: LanguageFacts): string {
  const { year, month, day } = dayFromNumber(local.days);
  const hour = Math.floor(local.minutes / 60);
  const weekday = weekdayOf(local.days) - 1;
  const values: Record<string, () => string> = {
    yyyy: () => String(year).padStart(4, '0'),
    yy: () => two(year % 100),
    MMMM: () => language.months[month - 1] ?? '',
    MMM: () => language.monthsShort[month - 1] ?? '',
    MM: () => two(month),
    M: () => String(month),
    dd: () => two(day),
    d: () => (day === 1 && language.firstDay !== undefined && /M{3,}/.test(pattern) ? language.firstDay : String(day)),
    EEEE: () => language.weekdays[weekday] ?? '',
    EEE: () => language.weekdaysShort[weekday] ?? '',
    HH: () => two(hour),
    H: () => String(hour),
    hh: () => two(hour % 12 || 12),
    h: () => String(hour % 12 || 12),
    mm: () => two(local.minutes % 60),
    a: () => dayPart(hour, language),
  };
  return pattern.replace(letters, (letter) => values[letter]?.() ?? letter.replaceAll("'", ''));
}

function dayPart(hour: number, language: LanguageFacts): string {
  const part = language.dayParts.findLast((candidate) => candidate.from <= hour) ?? language.dayParts.at(-1);
  return part?.name ?? '';
}

const two = (value: number): string => String(value).padStart(2, '0');
