import type { Facts } from '../../expressions/types.ts';
import { dayFromNumber, dayNumber, daysInMonth, weekdayOf } from '../../expressions/calendar.ts';
import type { Token } from './tokens.ts';

/** A day read from some pieces: days since 1970 and how many pieces it took. */
export interface DayRead {
  ok: true;
  days: number;
  used: number;
}

/** What a day is read against. */
export interface DayOptions {
  today: number;
  facts: Facts;
  asked: 'date' | 'time' | 'when';
}

type DayFound = DayRead | { ok: false; reason: string };

/** Days back that a day without a year may be meant as past: “12 November” on the 20th is an error worth telling, not next year. */
const lookBack = 60;

/** Reads the day that begins at a piece; undefined when none does, a refusal when it does not exist. */
export function readDay(tokens: Token[], at: number, options: DayOptions): DayFound | undefined {
  const token = tokens[at];
  switch (token?.as) {
    case 'iso': return dated(token.year, token.month, token.day, 1);
    case 'figures': return inFigures(token, options);
    case 'dotted': return dotted(tokens, at, token, options);
    case 'day': return { ok: true, days: options.today + token.n, used: 1 };
    case 'weekday':
    case 'next':
    case 'this':
    case 'last': return weekdayAt(tokens, at, options);
    case 'month': return monthFirst(tokens, at, token.n, options);
    case 'in': return span(tokens, at + 1, 1, options);
    case 'ago': return span(tokens, at + 1, -1, options);
    case 'dayWord':
    case 'the':
    case 'digits':
    case 'ordinal':
    case 'number': return dayFirst(tokens, at, options) ?? spanAfter(tokens, at, options);
    default: return undefined;
  }
}

function dated(year: number, month: number, day: number, used: number): DayFound {
  if (month < 1 || month > 12 || year < 1 || year > 9_999) return { ok: false, reason: `There is no month ${month}.` };
  if (day < 1 || day > daysInMonth(year, month)) return { ok: false, reason: `There is no day ${day} in month ${month} of ${year}.` };
  return { ok: true, days: dayNumber(year, month, day), used };
}

/** A day and month without a year: the nearest one, this year's while it is not long over. */
function undated(month: number, day: number, used: number, today: number): DayFound {
  if (day < 1 || day > daysInMonth(2_000, month)) return { ok: false, reason: `There is no day ${day} in month ${month}.` };
  const { year } = dayFromNumber(today);
  for (const candidate of [year - 1, year, year + 1]) {
    if (day <= daysInMonth(candidate, month) && dayNumber(candidate, month, day) >= today - lookBack) return { ok: true, days: dayNumber(candidate, month, day), used };
  }
  return { ok: false, reason: `There is no day ${day} in month ${month} of the coming year.` };
}

/** In America the month is written first; where nobody can know, a date that reads both ways is refused. */
function inFigures({ first, second, year }: { first: number; second: number; year?: number }, { facts, today }: DayOptions): DayFound {
  const american = facts.language === 'en-US' || (facts.language.startsWith('en') && facts.zone.startsWith('America/'));
  const unsure = facts.language === 'en' && (facts.zone === '' || facts.zone === 'UTC' || facts.zone.startsWith('Etc/'));
  if (unsure && first <= 12 && second <= 12 && first !== second) return { ok: false, reason: 'The day and the month may be meant either way round.' };
  const [month, day] = (american && first <= 12) || second > 12 ? [first, second] : [second, first];
  if (month < 1 || month > 12) return { ok: false, reason: `There is no month ${month}.` };
  return year === undefined ? undated(month, day, 1, today) : dated(year, month, day, 1);
}

/** `24.11` is a day where no clock shows it; `10.30` a time where no calendar does. */
function dotted(tokens: Token[], at: number, { first, second }: { first: number; second: number }, options: DayOptions): DayFound | undefined {
  const isClock = first < 24 && second < 60;
  const isDay = second >= 1 && second <= 12 && first >= 1 && first <= 31;
  const saidAsTime = tokens[at - 1]?.as === 'at' || tokens[at + 1]?.as === 'meridiem' || tokens[at + 1]?.as === 'hour';
  if (options.asked === 'time' || !isDay || (isClock && saidAsTime)) return undefined;
  if (isClock && options.asked === 'when') return { ok: false, reason: 'It may be a day or a time.' };
  return undated(second, first, 1, options.today);
}

const wordsFor = (tokens: Token[], at: number, skipped: readonly Token['as'][]): number => {
  let place = at;
  while (skipped.includes(tokens[place]?.as ?? 'unknown') && place < tokens.length) place += 1;
  return place;
};

function weekdayAt(tokens: Token[], at: number, options: DayOptions): DayFound | undefined {
  let which: 'next' | 'this' | 'last' | undefined;
  let week = false;
  let weekday: number | undefined;
  let place = at;
  for (; place < tokens.length; place += 1) {
    const token = tokens[place];
    if ((token?.as === 'next' || token?.as === 'this' || token?.as === 'last') && which === undefined) which = token.as;
    else if (token?.as === 'weekday' && weekday === undefined) weekday = token.n;
    else if (token?.as === 'days' && token.n === 7 && !week) week = true;
    else if (token?.as !== 'link' && !(token?.as === 'the' && weekday === undefined)) break;
  }
  if (weekday === undefined) return undefined;
  const day = dayFirst(tokens, tokens[place]?.as === 'the' ? place + 1 : place, options, weekday);
  if (day?.ok === false) return day;
  const days = weekdayDays(weekday, which, week, options.today);
  if (day && (which === undefined || day.days === days)) return { ...day, used: place + (tokens[place]?.as === 'the' ? 1 : 0) + day.used - at };
  return days === undefined ? { ok: false, reason: 'Which of two weeks is meant is not clear.' } : { ok: true, days, used: place - at };
}

/** The day a weekday means: the coming one; refused where people differ (this or the next week's Saturday, said on a Friday). */
function weekdayDays(weekday: number, which: 'next' | 'this' | 'last' | undefined, week: boolean, today: number): number | undefined {
  const now = weekdayOf(today);
  const monday = today - now + 1;
  if (week) return which === undefined ? undefined : monday + (which === 'next' ? 7 : which === 'last' ? -7 : 0) + weekday - 1;
  const coming = today + ((weekday - now + 7) % 7);
  if (which === 'last') return coming - 7;
  if (which === 'this') return coming;
  if (which === 'next') return coming > monday + 6 ? coming : coming === today ? today + 7 : undefined;
  return coming === today ? undefined : coming;
}

/** `24 November`, `the first of December 2026`, `24th`, `24 tarikh`; beside a weekday also a bare number. */
function dayFirst(tokens: Token[], at: number, options: DayOptions, weekday?: number): DayFound | undefined {
  const marked = tokens[at]?.as === 'the' || tokens[at]?.as === 'dayWord';
  let place = marked ? at + 1 : at;
  const token = tokens[place];
  if (token?.as !== 'digits' && token?.as !== 'ordinal' && token?.as !== 'number') return undefined;
  const day = token.n;
  place += 1;
  const ordinal = token.as === 'ordinal' || tokens[place]?.as === 'suffix' || tokens[place]?.as === 'dayWord' || tokens[at]?.as === 'dayWord';
  if (tokens[place]?.as === 'suffix' || tokens[place]?.as === 'dayWord') place += 1;
  const month = tokens[wordsFor(tokens, place, ['link'])];
  if (month?.as === 'month') return withYear(tokens, wordsFor(tokens, place, ['link']) + 1, at, { month: month.n, day }, options, weekday);
  const follows = tokens[place]?.as;
  if (follows === 'hour' || follows === 'meridiem' || follows === 'part' || follows === 'days' || follows === 'minutesUnit') return undefined;
  if (token.as === 'digits' && token.length > 2) return undefined;
  if (!ordinal && !(marked && token.as === 'digits') && !(weekday !== undefined && token.as === 'digits' && day > 12)) return undefined;
  return inThisMonth(day, place - at, options.today, weekday);
}

function withYear(tokens: Token[], place: number, at: number, { month, day }: { month: number; day: number }, { today }: DayOptions, weekday: number | undefined): DayFound {
  const year = tokens[place];
  const hasYear = year?.as === 'digits' && year.length === 4 && year.n >= 1_900 && year.n <= 2_100;
  const found = hasYear ? dated(year.n, month, day, place + 1 - at) : undated(month, day, place - at, today);
  return agreeing(found, weekday);
}

/** A day of the month alone: this month's, or the next month's when it is over. */
function inThisMonth(day: number, used: number, today: number, weekday: number | undefined): DayFound {
  const { year, month, day: current } = dayFromNumber(today);
  const next = day < current;
  const [y, m] = next && month === 12 ? [year + 1, 1] : [year, next ? month + 1 : month];
  return agreeing(dated(y, m, day, used), weekday);
}

function agreeing(found: DayFound, weekday: number | undefined): DayFound {
  if (!found.ok || weekday === undefined || weekdayOf(found.days) === weekday) return found;
  return { ok: false, reason: 'The weekday and the date are two different days.' };
}

/** `November 24th`, `feb 30`. */
function monthFirst(tokens: Token[], at: number, month: number, options: DayOptions): DayFound | undefined {
  const place = wordsFor(tokens, at + 1, ['the', 'link']);
  const day = tokens[place];
  if ((day?.as !== 'digits' || day.length > 2) && day?.as !== 'ordinal') return undefined;
  const follows = tokens[place + 1]?.as;
  if (follows === 'hour' || follows === 'meridiem') return undefined;
  return withYear(tokens, follows === 'suffix' ? place + 2 : place + 1, at, { month, day: day.n }, options, undefined);
}

/** `in 3 days`, `dans une semaine`, `il y a 3 jours`. French “dans 8 jours” and “dans 15 jours” are one and two weeks to most. */
function span(tokens: Token[], place: number, direction: 1 | -1, { today, facts }: DayOptions): DayFound | undefined {
  const [count, unit] = [tokens[place], tokens[place + 1]];
  if ((count?.as !== 'digits' && count?.as !== 'number') || unit?.as !== 'days' || !(count.n <= 3_660)) return undefined;
  if (facts.language.startsWith('fr') && unit.n === 1 && (count.n === 8 || count.n === 15)) return { ok: false, reason: 'It may mean one day less: a week or two.' };
  return { ok: true, days: today + direction * count.n * unit.n, used: 3 };
}

/** `3 days from now`, `3 din baad`, `3 days ago`. */
function spanAfter(tokens: Token[], at: number, { today }: DayOptions): DayFound | undefined {
  const [count, unit] = [tokens[at], tokens[at + 1]];
  const place = wordsFor(tokens, at + 2, ['link']);
  const way = tokens[place]?.as;
  if ((count?.as !== 'digits' && count?.as !== 'number') || unit?.as !== 'days' || !(count.n <= 3_660)) return undefined;
  if (way !== 'later' && way !== 'ago') return undefined;
  return { ok: true, days: today + (way === 'ago' ? -1 : 1) * count.n * unit.n, used: place + 1 - at };
}
