import { testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import { describe, expect, test } from 'vitest';
import { openStage } from './test/stage.ts';

const db = await testDatabase();

const find: Sketch = {
  variables: { day: { type: { kind: 'date' }, direction: 'in' }, free: { type: { kind: 'number' }, direction: 'out' } },
  nodes: { start: 'start', count: { assign: { assignments: { a: { variable: 'free', value: 'day == date("2026-11-24") ? 3 : 0', order: 1 } } } }, end: 'end' },
  edges: ['start -> count', 'count -> end'],
};
const book: Sketch = {
  variables: { hour: { type: { kind: 'text' }, direction: 'in' }, booked: { type: { kind: 'text' }, direction: 'out' } },
  nodes: { start: 'start', sure: { ask: { question: 'Under which name?', save: 'booked' } }, end: 'end' },
  edges: ['start -> sure', 'sure.answered -> end'],
};
const desk: Sketch = {
  variables: { wish: 'text' },
  nodes: {
    start: 'start', ask: { ask: { question: 'What can I do?', save: 'wish' } },
    think: { model: { instructions: 'Help people to book.', gives: 'say', tools: { f: { flow: 'find', name: 'find_slots', help: 'Slots that are free on a day', order: 1 }, b: { flow: 'book', name: 'book_table', help: 'Booking a table', order: 2 } } } }, end: { end: { text: 'Bye.' } },
  },
  edges: ['start -> ask', 'ask.answered -> think', 'think.done -> end'],
};

describe('a model that may call flows', () => {
  test('calls one in the middle of its turn and answers with what it gave; the turn shows both calls', async () => {
    const stage = await openStage(db, { sketch: desk, subflows: { find, book } });
    await stage.say('ann', 'hi');
    expect(await stage.say('ann', 'Which slots are free on 2026-11-24?')).toEqual([expect.stringMatching(/^Stand-in answer: .*free: 3/) as string, 'Bye.']);
    const [turn] = await stage.sql<{ trace: { steps?: { did: string; flow?: string }[] } }>('select trace from lanes.turns where lane = $1 order by seq desc limit 1', [stage.lane('ann')]);
    const told = JSON.stringify(turn?.trace);
    expect(told).toContain('asks for find_slots');
    expect(told).toMatch(/"call".*"find"|"find".*"call"/);
    expect(await stage.sql('select outcome from parley.model_calls where bot = $1', [stage.bot])).toHaveLength(2);
  });

  test('calls one that asks people something: the answer waits for theirs', async () => {
    const stage = await openStage(db, { sketch: desk, subflows: { find, book } });
    await stage.say('bo', 'hi');
    expect(await stage.say('bo', 'Booking a table please')).toEqual(['Under which name?']);
    expect(await stage.say('bo', 'Bo Li')).toEqual([expect.stringContaining('booked: Bo Li') as string, 'Bye.']);
  });
});
