import { expect, test } from 'vitest';
import { noteUnwritten, useUnwritten } from './unwritten.ts';

test('something is unwritten until every field is written; saying it twice changes nothing', () => {
  const [a, b] = [{}, {}];
  let told = 0;
  const stop = useUnwritten.subscribe(() => { told += 1; });
  for (const field of [a, a, b]) noteUnwritten(field, true);
  noteUnwritten(a, false);
  expect(useUnwritten.getState().fields.size).toBe(1);
  for (const field of [b, b]) noteUnwritten(field, false);
  expect([useUnwritten.getState().fields.size, told]).toEqual([0, 4]);
  stop();
});
