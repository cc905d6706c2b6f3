import { expect, test } from 'vitest';
import { whileShown } from './whileShown.ts';

test.each([
  ['what is there is asked again', { items: [] }, 2_000],
  ['so is what is there and empty', null, 2_000],
  ['what failed is left to people', undefined, false],
])('%s', (_what, data, expected) => {
  expect(whileShown(2_000)({ state: { data } })).toBe(expected);
});
