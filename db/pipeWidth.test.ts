import { describe, expect, test } from 'vitest';
import { createPipeWidth } from './pipeWidth.ts';
import type { Pace } from './pipeWidth.ts';

/** Lets full connections answer for so many seconds, each call after `callMs(how many answer beside each other)`; how many were in use, by time. */
function run(most: number, seconds: number, callMs: (inUse: number, at: number) => number) {
  const width = createPipeWidth(most);
  const paces: Pace[] = [];
  const used = new Map<number, number>();
  for (let now = 0, n = 0; now < seconds * 1_000; n += 1) {
    while (paces.length < width.inUse()) paces.push({ busyMs: 0, answers: 0 });
    const inUse = width.inUse();
    const took = callMs(inUse, now);
    now += took / inUse;
    const pace = paces[n % inUse];
    if (pace) Object.assign(pace, { busyMs: pace.busyMs + took, answers: pace.answers + 1 });
    used.set(inUse, (used.get(inUse) ?? 0) + took / inUse);
    if (width.isLooking()) width.look(paces.slice(0, width.inUse()), now);
    width.full(paces.slice(0, width.inUse()), now);
  }
  const share = (from: number) => [...used].reduce((sum, [n, ms]) => sum + (n >= from ? ms : 0), 0) / (seconds * 1_000);
  return { width, share };
}

describe('the width of a pipe', () => {
  test('stays at one where calls beside each other take as much longer', () => {
    expect(run(10, 60, (inUse) => 0.5 * inUse).share(2)).toBeLessThan(0.02);
  });

  test('grows to the most where calls do not hinder each other', () => {
    const { share, width } = run(10, 60, () => 10);
    expect(share(10)).toBeGreaterThan(0.8);
    expect(width.inUse()).toBeGreaterThanOrEqual(9);
  });

  test('stops where more of them bring less than half of what they could', () => {
    const { share } = run(10, 60, (inUse) => Math.max(1, inUse / 4));
    expect(share(4)).toBeGreaterThan(0.9);
    expect(share(6)).toBeLessThan(0.05);
  });

  test('goes back when calls begin to hinder each other, and comes again', () => {
    const at = (seconds: number) => run(4, seconds, (inUse, now) => (now > 60_000 && now < 180_000 ? 2 * inUse : 2)).width.inUse();
    expect([at(50), at(170), at(260)].map((n) => n > 2)).toEqual([true, false, true]);
  });

  test('does not ask again at once for a connection that could not be opened', () => {
    const width = createPipeWidth(3);
    const triedAt = (now: number) => {
      const paces = [{ busyMs: 0, answers: 0 }];
      width.full(paces, now);
      Object.assign(paces[0] ?? {}, { busyMs: 10, answers: 100 });
      width.look(paces, now);
      return width.inUse();
    };
    expect(triedAt(0)).toBe(2);
    width.refused(1);
    expect([triedAt(9_000), triedAt(10_002)]).toEqual([1, 2]);
  });

  test('gives up a trial that comes to no end, because there is too little to do', () => {
    const width = createPipeWidth(3);
    const paces = [{ busyMs: 0, answers: 0 }];
    width.full(paces, 0);
    Object.assign(paces[0] ?? {}, { busyMs: 10, answers: 100 });
    width.look(paces, 1);
    expect(width.inUse()).toBe(2);
    width.look([...paces, { busyMs: 1, answers: 3 }], 12_000);
    expect([width.inUse(), width.isLooking()]).toEqual([1, false]);
  });
});
