import { dateText, datetimeText, dayFromNumber, dayNumber, daysInMonth, durationText, readDate, readDatetime, readDuration, readTime, timeText, weekdayOf } from '../calendar.ts';
import { Failure } from '../failure.ts';
import { formatMoment } from '../formatMoment.ts';
import { languageFacts } from '../languages.data.ts';
import { daysOf, listOf, localOf, minutesOf, momentOf, numberOf, quote, secondsOf, textOf, wholeOf } from '../read.ts';
import type { Json } from '../../lib/json.ts';
import { fromLocal, nowOf, toLocal } from '../zone.ts';
import type { FunctionDefinition } from './defineFunction.ts';

const lastDay = dayNumber(9_999, 12, 31);

function shown(days: number): string {
  if (!(days >= dayNumber(1, 1, 1) && days <= lastDay)) throw new Failure('The date is outside the years 1 to 9999.');
  return dateText(days);
}

function shownMoment(milliseconds: number): string {
  shown(Math.floor(milliseconds / 86_400_000));
  return datetimeText(milliseconds);
}

function addMonths(days: number, months: number): number {
  const { year, month, day } = dayFromNumber(days);
  const total = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Adds seconds to a time (around midnight) or a datetime. */
function later(value: Json | undefined, seconds: number): string {
  const minutes = readTime(textOf(value));
  return minutes === undefined ? shownMoment(momentOf(value) + seconds * 1_000) : timeText(minutes + Math.floor(seconds / 60));
}

const duration = (unit: number) => ([count]: Json[]): string => durationText(numberOf(count) * unit);

/** Functions of dates, times and durations; the clock, the zone and the language are the event's. */
export const dateFunctions: FunctionDefinition[] = [
  { signatures: ['today(): date'], doc: 'Today, where the contact is.', run: (_, run) => dateText(toLocal(run.facts, nowOf(run.facts)).days) },
  { signatures: ['now(): datetime'], doc: 'The moment of this message.', run: (_, run) => datetimeText(nowOf(run.facts)) },
  { signatures: ['timeNow(): time'], doc: 'The time of day, where the contact is.', run: (_, run) => timeText(toLocal(run.facts, nowOf(run.facts)).minutes) },
  { signatures: ['date(number, number, number): date', 'date(text): date', 'date(datetime): date'], doc: 'A date from year, month and day, from a text such as 2026-11-21, or of a moment.', run: ([value, month, day], run) => {
    if (typeof value === 'number') {
      const text = `${String(value).padStart(4, '0')}-${String(wholeOf(month)).padStart(2, '0')}-${String(wholeOf(day)).padStart(2, '0')}`;
      return readDate(text) === undefined ? missing(text, 'a date') : text;
    }
    if (readDatetime(textOf(value)) !== undefined) return dateText(localOf(value, run.facts).days);
    return readDate(textOf(value)) === undefined ? missing(value, 'a date') : textOf(value);
  } },
  { signatures: ['time(text): time', 'time(number, number): time', 'time(datetime): time'], doc: 'A time from a text such as 15:30, from hour and minute, or of a moment.', run: ([value, minute], run) => {
    if (typeof value !== 'number') return timeText(localOf(value, run.facts).minutes);
    const text = `${String(value).padStart(2, '0')}:${String(wholeOf(minute)).padStart(2, '0')}`;
    return readTime(text) === undefined ? missing(text, 'a time') : text;
  } },
  { signatures: ['datetime(date, time): datetime', 'datetime(text): datetime'], doc: 'The moment of a date and time where the contact is.', run: ([value, time], run) => {
    if (time === undefined) return shownMoment(momentOf(value));
    return shownMoment(fromLocal(run.facts, { days: daysOf(value), minutes: minutesOf(time) }));
  } },
  { signatures: ['nextTime(time): datetime', 'nextTime(time, list<number>): datetime'], doc: 'The next moment at which clocks where the contact is show that time, after now; with numbers of weekdays (1 = Monday to 7 = Sunday), on one of those days.', run: ([time, weekdays], run) => {
    const now = nowOf(run.facts);
    const today = toLocal(run.facts, now).days;
    // Today's may be over, and the only weekday may be today's: the eighth day has it again.
    for (let days = today; days <= today + 8; days += 1) {
      if (weekdays !== undefined && !listOf(weekdays).includes(weekdayOf(days))) continue;
      const moment = fromLocal(run.facts, { days, minutes: minutesOf(time) });
      if (moment > now) return shownMoment(moment);
    }
    throw new Failure('nextTime needs at least one weekday from 1 to 7.');
  } },
  { signatures: ['duration(text): duration'], doc: 'A duration from a text such as PT1H30M or P2D.', run: ([text]) => durationText(readDuration(textOf(text)) ?? missing(text, 'a duration')) },
  { signatures: ['days(number): duration'], doc: 'A duration of so many days.', run: duration(86_400) },
  { signatures: ['hours(number): duration'], doc: 'A duration of so many hours.', run: duration(3_600) },
  { signatures: ['minutes(number): duration'], doc: 'A duration of so many minutes.', run: duration(60) },
  { signatures: ['inMinutes(duration): number'], doc: 'A duration in minutes.', run: ([value]) => secondsOf(value) / 60 },
  { signatures: ['year(date): number', 'year(datetime): number'], doc: 'The year.', run: ([value], run) => dayFromNumber(localOf(value, run.facts).days).year },
  { signatures: ['month(date): number', 'month(datetime): number'], doc: 'The month, 1 to 12.', run: ([value], run) => dayFromNumber(localOf(value, run.facts).days).month },
  { signatures: ['day(date): number', 'day(datetime): number'], doc: 'The day of the month, 1 to 31.', run: ([value], run) => dayFromNumber(localOf(value, run.facts).days).day },
  { signatures: ['weekday(date): number', 'weekday(datetime): number'], doc: 'The day of the week, 1 = Monday to 7 = Sunday.', run: ([value], run) => weekdayOf(localOf(value, run.facts).days) },
  { signatures: ['hour(time): number', 'hour(datetime): number'], doc: 'The hour, 0 to 23.', run: ([value], run) => Math.floor(localOf(value, run.facts).minutes / 60) },
  { signatures: ['minute(time): number', 'minute(datetime): number'], doc: 'The minute, 0 to 59.', run: ([value], run) => localOf(value, run.facts).minutes % 60 },
  { signatures: ['addDays(date, number): date', 'addDays(datetime, number): datetime'], doc: 'So many days later, or earlier with a minus.', run: ([value, count]) => {
    const days = readDate(textOf(value));
    return days === undefined ? shownMoment(momentOf(value) + wholeOf(count) * 86_400_000) : shown(days + wholeOf(count));
  } },
  { signatures: ['addMonths(date, number): date'], doc: 'So many months later; the last day where the month is shorter.', run: ([value, count]) => shown(addMonths(daysOf(value), wholeOf(count))) },
  { signatures: ['addHours(time, number): time', 'addHours(datetime, number): datetime'], doc: 'So many hours later.', run: ([value, count]) => later(value, numberOf(count) * 3_600) },
  { signatures: ['addMinutes(time, number): time', 'addMinutes(datetime, number): datetime'], doc: 'So many minutes later.', run: ([value, count]) => later(value, numberOf(count) * 60) },
  { signatures: ['daysBetween(date, date): number'], doc: 'Days from the first to the second.', run: ([from, to]) => daysOf(to) - daysOf(from) },
  { signatures: ['minutesBetween(time, time): number', 'minutesBetween(datetime, datetime): number'], doc: 'Minutes from the first to the second.', run: ([from, to]) => {
    const start = readTime(textOf(from));
    return start === undefined ? (momentOf(to) - momentOf(from)) / 60_000 : minutesOf(to) - start;
  } },
  { signatures: ['formatDate(date): text', 'formatDate(datetime): text', 'formatDate(date, text): text', 'formatDate(datetime, text): text'],
    doc: 'The date in the contact’s language: "long", "short", or a pattern such as "d MMMM".', run: ([value, style = 'long'], run) => {
      const language = languageFacts(run.facts.language);
      const pattern = style === 'long' || style === 'short' ? language.patterns[style] : textOf(style).slice(0, 60);
      return formatMoment(pattern, localOf(value, run.facts), language);
    } },
  { signatures: ['formatTime(time): text', 'formatTime(datetime): text', 'formatTime(time, text): text', 'formatTime(datetime, text): text'],
    doc: 'The time in the contact’s language, or by a pattern such as "HH:mm".', run: ([value, style], run) => {
      const language = languageFacts(run.facts.language);
      return formatMoment(style === undefined ? language.patterns.time : textOf(style).slice(0, 60), localOf(value, run.facts), language);
    } },
];

function missing(value: Json | undefined, what: string): never {
  throw new Failure(`${quote(value)} is not ${what}.`);
}
