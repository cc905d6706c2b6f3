import { dateText, dayNumber, timeText } from '../expressions/calendar.ts';

const dayOf = (now: string): number => dayNumber(Number(now.slice(0, 4)), Number(now.slice(5, 7)), Number(now.slice(8, 10)));

/** Days at which calendars decide something, seen from now: over, today, each weekday to come, far away. ISO dates. */
export function tellingDays(now: string): string[] {
  const today = dayOf(now);
  return [-1, 0, 1, 2, 3, 4, 5, 6, 7, 400].map((days) => dateText(today + days));
}

/** Times of day at which opening hours decide something: night, early, noon, evening, late; `HH:MM`. */
export const tellingTimes: readonly string[] = ['00:30', '06:00', '09:00', '12:00', '15:30', '19:00', '23:30'];

/** Every half hour of a day, `HH:MM`: what a day is full of when nothing is free. */
export const halfHours: readonly string[] = Array.from({ length: 48 }, (_, at) => timeText(at * 30));

/** Days with times, as people may write them: each day at noon, and today and tomorrow at each time. */
export function tellingMoments(now: string): string[] {
  const days = tellingDays(now);
  const [today = '', tomorrow = ''] = days.slice(1);
  return [...days, ...days.map((day) => `${day} 12:00`), ...[today, tomorrow].flatMap((day) => tellingTimes.map((time) => `${day} ${time}`))];
}
