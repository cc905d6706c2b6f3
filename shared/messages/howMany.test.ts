import { expect, test } from 'vitest';
import { howMany } from './howMany.ts';

test.each([
  [{ least: 1, most: 100 }, 3, 'any'],
  [{ least: 1, most: 2 }, 3, 'upTo'],
  [{ least: 2, most: 100 }, 3, 'atLeast'],
  [{ least: 2, most: 3 }, 4, 'between'],
  [{ least: 2, most: 2 }, 4, 'exactly'],
  [{ least: 1, most: 1 }, 4, 'exactly'],
  [{ least: 1, most: 100 }, 1, 'exactly'],
] as const)('%o of %i options says %s', (limits, options, says) => {
  expect(howMany(limits, options).says).toBe(says);
});

test('what is said never asks for more than there is', () => {
  expect(howMany({ least: 1, most: 100 }, 3)).toEqual({ says: 'any', least: 1, most: 3 });
});
