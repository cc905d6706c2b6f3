import { expect, test } from 'vitest';
import { nowOf, toLocal } from '../expressions/zone.ts';
import type { Facts } from '../expressions/types.ts';
import { isZone, offsetsAround, zoneOr } from './zones.ts';

test.each([
  ['Asia/Kolkata', '2026-11-20T04:30:00.000Z', 10 * 60],
  ['Europe/Paris', '2026-07-01T10:00:00.000Z', 12 * 60],
  ['Europe/Paris', '2026-10-25T00:59:00.000Z', 2 * 60 + 59],
  ['Europe/Paris', '2026-10-25T01:00:00.000Z', 2 * 60],
  ['America/New_York', '2026-03-08T07:00:00.000Z', 3 * 60],
  ['UTC', '2026-01-01T00:00:00.000Z', 0],
  ['Atlantis/Capital', '2026-01-01T05:00:00.000Z', 5 * 60],
])('%s at %s', (zone, now, minutes) => {
  const facts: Facts = { now, zone, offsets: offsetsAround(zone, now), language: 'en', seed: 1, channel: 'web', contact: { id: '', name: '' } };
  expect(toLocal(facts, nowOf(facts)).minutes).toBe(minutes);
});

test('a name nobody knows is no zone', () => {
  expect(isZone('Asia/Kolkata')).toBe(true);
  expect(isZone('Atlantis/Capital')).toBe(false);
  expect(zoneOr('Atlantis/Capital', 'Asia/Kolkata')).toBe('Asia/Kolkata');
  expect(zoneOr(undefined, 'Atlantis/Capital')).toBe('UTC');
});
