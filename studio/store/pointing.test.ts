import { pointLimits } from '@parley/shared/api/sockets';
import type { Point } from '@parley/shared/api/sockets';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPointing } from './pointing.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

function open() {
  const told: Point[] = [];
  const company = { alone: false };
  const pointing = createPointing({ send: (point) => told.push(point), alone: () => company.alone });
  pointing.inFlow('f');
  vi.advanceTimersByTime(100);
  told.length = 0;
  return { told, company, pointing };
}

test('a hand that never rests is told 20 times a second, below what the server takes, and the last place always', () => {
  const { told, pointing } = open();
  for (let ms = 0; ms < 1_000; ms += 4) {
    pointing.now({ at: { x: ms, y: 0 } });
    vi.advanceTimersByTime(4);
  }
  vi.advanceTimersByTime(60);
  expect(told.length).toBeGreaterThan(15);
  expect(told.length).toBeLessThanOrEqual(21);
  expect(21).toBeLessThanOrEqual(pointLimits.perSecond);
  expect(told.at(-1)?.at).toEqual({ x: 996, y: 0 });
  pointing.close();
});

test('nothing is sent while nobody else is there; whoever comes is told at once', () => {
  const { told, company, pointing } = open();
  company.alone = true;
  pointing.now({ chosen: ['n'] });
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  company.alone = false;
  pointing.again();
  vi.advanceTimersByTime(60);
  expect(told).toMatchObject([{ chosen: ['n'] }]);
  pointing.close();
});

test('the same is not said twice but for the beat, and a pointer that rests is put away', () => {
  const { told, pointing } = open();
  pointing.now({ at: { x: 1, y: 1 } });
  pointing.now({ at: { x: 1, y: 1 } });
  vi.advanceTimersByTime(1_000);
  pointing.now({ at: { x: 1, y: 1 } });
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(12_000);
  expect(told.at(-1)?.at).toBeNull();
  pointing.close();
});

test('in another flow nothing of the former one is told, and more than may be told is left out', () => {
  const { told, pointing } = open();
  pointing.now({ at: { x: 1, y: 1 }, chosen: Array.from({ length: 100 }, (_, n) => `n${n}`), field: 'x'.repeat(400) });
  vi.advanceTimersByTime(60);
  expect(told[0]?.chosen).toHaveLength(pointLimits.things);
  expect(told[0]?.field).toBeNull();
  pointing.inFlow('g');
  vi.advanceTimersByTime(60);
  expect(told.at(-1)).toEqual({ flowId: 'g', at: null, chosen: [], field: null, moving: [], seen: null });
  pointing.close();
});
