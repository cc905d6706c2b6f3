/** Days since 1970-01-01 of a day of the proleptic Gregorian calendar (howardhinnant.github.io/date_algorithms.html). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** A day of the calendar: month 1 to 12, day 1 to 31. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** The day of the calendar for a number of days since 1970-01-01. */
export function dayFromNumber(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** 1 = Monday to 7 = Sunday, as ISO 8601 counts. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `YYYY-MM-DD` for a number of days since 1970-01-01. */
export function dateText(days: number): string {
  const { year, month, day } = dayFromNumber(days);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Reads `YYYY-MM-DD`; undefined when it is not a day that exists between the years 1 and 9999. */
export function readDate(text: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

/** `HH:MM` for minutes since midnight; wraps around midnight. */
export function timeText(minutes: number): string {
  const wrapped = ((Math.floor(minutes) % 1_440) + 1_440) % 1_440;
  return `${two(Math.floor(wrapped / 60))}:${two(wrapped % 60)}`;
}

/** Reads `HH:MM` to minutes since midnight; undefined when it is not a time of day. */
export function readTime(text: string): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** `YYYY-MM-DDTHH:MM:SS.mmmZ` for milliseconds since 1970; the one form Parley writes. */
export function datetimeText(milliseconds: number): string {
  const days = Math.floor(milliseconds / 86_400_000);
  const rest = milliseconds - days * 86_400_000;
  const seconds = Math.floor(rest / 1_000);
  const fraction = String(Math.floor(rest % 1_000)).padStart(3, '0');
  return `${dateText(days)}T${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}Z`;
}

/** Reads an ISO 8601 datetime in UTC (`Z`) to milliseconds since 1970; undefined when it is none. */
export function readDatetime(text: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?Z$/.exec(text);
  if (!found) return undefined;
  const days = readDate(found[1] ?? '');
  if (days === undefined) return undefined;
  const seconds = Number(found[2]) * 3_600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
  return days * 86_400_000 + seconds * 1_000 + Number((found[5] ?? '').padEnd(3, '0'));
}

const durationForm = /^(-)?P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?$/;

/** Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds to seconds; undefined when it is none. */
export function readDuration(text: string): number | undefined {
  const found = durationForm.exec(text);
  if (!found || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [weeks, days, hours, minutes, seconds] = [2, 3, 4, 5, 6].map((at) => Number(found[at] ?? 0));
  const total = (weeks ?? 0) * 604_800 + (days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return found[1] ? -total : total;
}

/** The one ISO 8601 form Parley writes for a number of seconds: `P1DT2H30M`, `PT0S`. */
export function durationText(seconds: number): string {
  const size = Math.abs(Math.round(seconds));
  const [days, hours, minutes, rest] = [Math.floor(size / 86_400), Math.floor(size / 3_600) % 24, Math.floor(size / 60) % 60, size % 60];
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest ? `${rest}S` : ''}`;
  const text = `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
  return text === 'P' ? 'PT0S' : `${seconds < 0 ? '-' : ''}${text}`;
}
