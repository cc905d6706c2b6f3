import { expect, test } from 'vitest';
import { localOf } from './clock.ts';
import { momentAt } from './ready.ts';

test.each([
  ['2026-11-20T09:41:00.000Z', 'Asia/Kolkata', '2026-11-20T15:11'],
  ['2026-03-29T00:59:00.000Z', 'Europe/Paris', '2026-03-29T01:59'],
  ['2026-03-29T01:00:00.000Z', 'Europe/Paris', '2026-03-29T03:00'],
  ['2026-12-31T23:30:00.000Z', 'Pacific/Auckland', '2027-01-01T12:30'],
])('%s is shown in %s as %s, and read back', (moment, zone, local) => {
  expect(localOf(moment, zone)).toBe(local);
  expect(momentAt(local, zone)).toBe(moment);
});

test.each(['', 'noon', '2026-02-30T10:00', '2026-02-20T25:00'])('no clock shows %j', (local) => expect(momentAt(local, 'UTC')).toBeUndefined());
