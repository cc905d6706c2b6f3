import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { pages } from '../app/words/pages.data.ts';
import { relativeTime, took, whenExactly, whenShort } from './relativeTime.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: pages } } }));

// Built from local parts, so that the day is the same in every zone.
const now = new Date(2026, 10, 20, 12, 0).getTime();
const at = (...parts: [year: number, month: number, day: number, hour: number, minute: number]) => new Date(...parts).toISOString();

test.each([
  [at(2026, 10, 20, 11, 59), 'just now', -59_000],
  [at(2026, 10, 20, 11, 58), '2 min ago', 0],
  [at(2026, 10, 20, 9, 30), '2 h ago', 0],
  [at(2026, 10, 18, 9, 30), '18 Nov 2026', 0],
])('relativeTime of %s is %s', (then, words, later) => expect(relativeTime(then, now + later)).toBe(words));

test('a list tells the time of today and the date of before, with the year where it is another', () => {
  expect(whenShort(at(2026, 10, 20, 9, 5), now)).toBe('09:05');
  expect(whenShort(at(2026, 10, 19, 23, 59), now)).toBe('19 Nov');
  expect(whenShort(at(2025, 11, 31, 9, 5), now)).toBe('31 Dec 2025');
  expect(whenExactly(at(2026, 10, 20, 14, 5), now)).toBe('14:05');
  expect(whenExactly(at(2026, 10, 19, 14, 5), now)).toBe('19 Nov, 14:05');
});

test.each([[0.04, '0 ms'], [0.44, '0.4 ms'], [12.4, '12 ms'], [988, '988 ms'], [1_250, '1.3 s']])('took %s ms is %s', (ms, words) => expect(took(ms)).toBe(words));
