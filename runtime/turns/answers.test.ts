import type { Pool } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnswers } from './answers.ts';
import { createBus } from './bus.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers over a bus of their own; `stored` is what a look at the database gives, turn by turn. */
function open(stored: Record<number, object[]>, runsHere = true) {
  const bus = createBus();
  const looks: number[] = [];
  const query = ({ values: [, turn] }: { values: [string, number] }) => {
    looks.push(turn);
    return Promise.resolve({ rows: (stored[turn] ?? []).map((body) => ({ body })) });
  };
  const answer = createAnswers({ bus, db: { lanes: { query } as unknown as Pool } as Parameters<typeof createAnswers>[0]['db'] }, { holds: () => runsHere });
  const done = (turn: number, said?: object[]) => bus.done({
    lane: 'a', turn, bot: 'b', sessionNo: 1,
    ...(said && { messages: said.map((body, no) => ({ no, turn, direction: 'out' as const, body, at: new Date(0) })) }),
  });
  return { bus, answer, done, looks };
}

test('a turn that runs here is heard of, and nobody looks for it', async () => {
  const { answer, bus, done, looks } = open({});
  const said = answer({ lane: 'a', turn: 2, ms: 1_000 });
  done(1, [{ other: true }]);
  done(2, [{ hello: true }]);
  expect(await said).toEqual([{ hello: true }]);
  vi.advanceTimersByTime(2_000);
  expect(looks).toEqual([]);
  expect(bus.isFollowed('a')).toBe(false);
});

test('one that was committed elsewhere is looked for, at once when it may be over and when its notice comes', async () => {
  const stored: Record<number, object[]> = { 1: [{ first: true }] };
  const { answer, done, looks } = open(stored, false);
  expect(await answer({ lane: 'a', turn: 1, ms: 1_000 })).toEqual([{ first: true }]);
  const second = answer({ lane: 'a', turn: 2, ms: 1_000 });
  stored[2] = [{ second: true }];
  done(2);
  expect(await second).toEqual([{ second: true }]);
  expect(looks).toEqual([1, 2, 2]);
});

test('whose notice never comes is found by looking', async () => {
  const stored: Record<number, object[]> = {};
  const { answer } = open(stored);
  const said = answer({ lane: 'a', turn: 1, ms: 1_000 });
  stored[1] = [{ late: true }];
  vi.advanceTimersByTime(500);
  expect(await said).toEqual([{ late: true }]);
});

test.each([['the time is up', undefined, 1_250], ['whoever asked is gone', () => true, 250]])('there is none when %s, and nothing is left behind', async (_why, isGone, after) => {
  const { answer, bus } = open({});
  const said = answer({ lane: 'a', turn: 1, ms: 1_000, ...(isGone && { isGone }) });
  vi.advanceTimersByTime(after);
  expect(await said).toBeUndefined();
  expect(bus.isFollowed('a')).toBe(false);
  vi.advanceTimersByTime(250);
  expect(vi.getTimerCount()).toBe(0);
});

test('a database that fails is told to whoever waits', async () => {
  const bus = createBus();
  const query = () => Promise.reject(new Error('away'));
  const answer = createAnswers({ bus, db: { lanes: { query } as unknown as Pool } as Parameters<typeof createAnswers>[0]['db'] }, { holds: () => false });
  await expect(answer({ lane: 'a', turn: 1, ms: 1_000 })).rejects.toThrow('away');
  expect(bus.isFollowed('a')).toBe(false);
});
