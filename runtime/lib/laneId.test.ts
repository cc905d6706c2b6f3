import { expect, test } from 'vitest';
import { laneId } from './laneId.ts';

/** Frozen: a lane with another id is another conversation. */
const lanes: [channel: string, identifier: string, lane: string][] = [
  ['00000000-0000-4000-8000-000000000001', 'ann', 'c1f777f7-9b1f-5d1a-aa46-2926a2116941'],
  ['00000000-0000-4000-8000-000000000001', 'é', '1832e331-a2a3-5a2a-b00a-435f2f74ca9e'],
  ['00000000-0000-4000-8000-000000000002', 'ann', '7ccafc53-8e92-56cc-9c8b-909c5feae09e'],
];

test.each(lanes)('%s %s', (channel, identifier, lane) => {
  expect(laneId(channel, identifier)).toBe(lane);
});
