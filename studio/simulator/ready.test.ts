import { expect, test } from 'vitest';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { groundOf, makeReady, momentOf } from './ready.ts';

const set = drawGolden({ flow: { nodes: { start: 'start', hello: { message: { text: 'Hello' } } }, edges: ['start -> hello'], settings: { zone: 'Asia/Kolkata' } } }, nodeTypes);
const anybody = { name: 'Amara', language: '', zone: '', at: '' };

test('a drawing that only looks different is the same to talk to', () => {
  const moved = structuredClone(set);
  moved.flows['main']!.nodes['hello']!.x += 40;
  const worded = structuredClone(set);
  worded.flows['main']!.nodes['hello']!.data['text'] = 'Hi';
  const same = (each: typeof set) => {
    const ready = makeReady(each, nodeTypes);
    return ready.ok ? ready.same : ready.problem;
  };
  expect(same(moved)).toBe(same(set));
  expect(same(worded)).not.toBe(same(set));
});

test('what the compiler cannot bear is told', () => {
  const broken = { ...nodeTypes, message: { ...nodeTypes['message']!, compile: () => { throw new Error('No such luck.'); } } };
  expect(makeReady(set, broken)).toEqual({ ok: false, problem: 'No such luck.' });
});

test.each([['', 'Asia/Kolkata'], ['Europe/Paris', 'Europe/Paris'], ['Nowhere/At all', 'Asia/Kolkata']])('a contact in %j lives in %s', (zone, lives) => {
  const ready = makeReady(set, nodeTypes);
  if (!ready.ok) throw new Error(ready.problem);
  expect(groundOf(ready.prepared, set, { channel: 'web', circumstances: { ...anybody, zone } }).zone).toBe(lives);
});

test.each([['', '2026-11-20T09:41', '2026-11-20T04:11:00.000Z'], ['Europe/Paris', '2026-07-01T12:00', '2026-07-01T10:00:00.000Z'], ['America/New_York', '2026-01-01T00:30', '2026-01-01T05:30:00.000Z']])('in %j %s is %s', (zone, at, moment) => {
  expect(momentOf(set, { ...anybody, zone, at })).toBe(moment);
});
