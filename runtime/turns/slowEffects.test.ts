import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseKinds, testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { Performers } from '../actions/index.ts';
import { seedOf } from './facts.ts';
import { openStage } from './test/stage.ts';

const working: Sketch = {
  variables: { one: 'text' },
  nodes: {
    begin: 'start',
    ready: { ask: { question: 'Ready?', save: 'one' } },
    work: { code: { code: 'work', inputs: { word: { name: 'word', value: 'one', order: 1 } }, output: { kind: 'text' }, save: 'one' } },
    say: { message: { text: '{{one}}' } },
  },
  edges: ['begin -> ready', 'ready.answered -> work', 'work.done -> say', 'work.failed -> ready', 'say -> ready'],
};

/** More than a process has connections to its database. */
const many = 30;

describe.each(databaseKinds)('a slow effect (%s)', async (kind) => {
  const db = await testDatabase(kind);

  /** Effects that are over when the test says so, counted outside; those asked with `quick` at once. */
  function slowWork(long: boolean) {
    let begun = 0;
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    // What is still under way would hold the database open.
    onTestFinished(() => finish());
    const performers: Partial<Performers> = { runCode: { class: 'keyed', long: () => long, async perform({ input }) {
      begun += 1;
      if (input['word'] !== 'quick') await finished;
      return `${String(input['word'])} done`;
    } } };
    return { performers, finish: () => finish(), begun: () => begun };
  }
  const contacts = Array.from({ length: many }, (_, n) => `contact-${n}`);

  test('of many conversations holds up no other one, nor each other', async () => {
    const work = slowWork(false);
    const stage = await openStage(db, { sketch: working, options: { performers: work.performers } });
    for (const from of contacts) await stage.say(from, 'hi');
    for (const from of contacts) await stage.send(from, 'slow');
    await expect.poll(work.begun).toBe(many);
    expect(await stage.say('ann', 'hi')).toEqual(['Ready?']);
    expect(await stage.say('ann', 'quick')).toEqual(['quick done', 'Ready?']);
    work.finish();
    await stage.turns.runUntilIdle();
    for (const from of contacts) expect((await stage.log(from)).at(-2)?.body).toMatchObject({ message: { text: 'slow done' } });
  });

  test.each([false, true])('has a chance of its own, that of its name; deferred: %s', async (long) => {
    const seeds = new Map<string, number>();
    const performers: Partial<Performers> = { runCode: { class: 'pure', long: () => long, perform: (_action, { key, seed }) => {
      seeds.set(key, seed);
      return Promise.resolve('done');
    } } };
    const code = { code: { code: 'work', output: { kind: 'text' as const }, save: 'one' } };
    const stage = await openStage(db, { sketch: { variables: { one: 'text' }, nodes: { begin: 'start', a: code, b: code, ready: { ask: { question: 'Ready?' } } }, edges: ['begin -> a', 'a.done -> b', 'b.done -> ready', 'ready.answered -> a'] }, options: { performers } });
    for (const said of ['hi', 'yes']) {
      await stage.send('ann', said);
      await stage.turns.runUntilIdle();
    }
    expect(seeds.size).toBe(4);
    expect(new Set(seeds.values()).size).toBe(4);
    for (const [key, seed] of seeds) expect(seed).toBe(seedOf(key));
  });

  test('that is deferred holds no lane: its conversation can be stopped at once, and its result is late then', async () => {
    const work = slowWork(true);
    const stage = await openStage(db, { sketch: working, options: { performers: work.performers } });
    await stage.say('bo', 'hi');
    expect(await stage.say('bo', 'slow')).toEqual([]);
    await expect.poll(work.begun).toBe(1);
    expect(await stage.sql('select owner, accepts from lanes.lanes where lane = $1', [stage.lane('bo')])).toEqual([{ owner: null, accepts: 'no' }]);
    await stage.turns.control({ lane: stage.lane('bo'), bot: stage.bot, key: null, event: { type: 'stop' } });
    const ended = async () => (await stage.sql('select ended from lanes.sessions where lane = $1', [stage.lane('bo')]));
    await expect.poll(ended).toEqual([{ ended: 'stopped' }]);
    work.finish();
    await stage.turns.runUntilIdle();
    expect((await stage.log('bo')).map(({ direction, turn }) => [direction, turn])).toEqual([['in', 1], ['out', 1], ['in', 2]]);
    expect(await stage.say('bo', 'again')).toEqual(['Ready?']);
  });

  test('is reached by a stop that came in at another process', async () => {
    let told: unknown;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const performers: Partial<Performers> = { runCode: { class: 'pure', perform: (_action, { signal }) => new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        told = signal.reason;
        resolve('stopped');
      });
      begin();
    }) } };
    const stage = await openStage(db, { sketch: working, options: { performers, times: { beatMs: 15, turnMs: 5_000 } } });
    await stage.say('di', 'hi');
    await stage.send('di', 'slow');
    await begun;
    const elsewhere = stage.another({ performers });
    await elsewhere.control({ lane: stage.lane('di'), bot: stage.bot, key: null, event: { type: 'stop' } });
    await stage.turns.runUntilIdle();
    expect(String(told)).toContain('The conversation was stopped');
    expect(await stage.sql('select ended from lanes.sessions where lane = $1', [stage.lane('di')])).toEqual([{ ended: 'stopped' }]);
  });

  test('is finished by a process that stops, which takes nothing more and gives its lane to whoever goes on', async () => {
    const work = slowWork(false);
    const stage = await openStage(db, { sketch: working, options: { performers: work.performers } });
    await stage.say('eve', 'hi');
    await stage.send('eve', 'slow');
    await expect.poll(work.begun).toBe(1);
    await stage.send('eve', 'quick');
    const stopped = stage.turns.stop();
    expect(await stage.send('eve', 'late')).toEqual({ ok: false, why: 'stopping' });
    work.finish();
    await stopped;
    const said = async () => (await stage.log('eve')).slice(2).map(({ body }) => (body['message'] as { text: string }).text);
    expect(await said()).toEqual(['slow', 'slow done', 'Ready?']);
    await stage.another().runUntilIdle();
    expect(await said()).toEqual(['slow', 'slow done', 'Ready?', 'quick', 'quick done', 'Ready?']);
  });

  test('that is deferred keeps what is said meanwhile, in order', async () => {
    const work = slowWork(true);
    const stage = await openStage(db, { sketch: working, options: { performers: work.performers } });
    await stage.say('cy', 'hi');
    await stage.say('cy', 'slow');
    for (const said of ['quick', 'slow']) await stage.send('cy', said);
    await expect.poll(work.begun).toBe(1);
    work.finish();
    await stage.turns.runUntilIdle();
    const log = (await stage.log('cy')).slice(2).map(({ body }) => (body['message'] as { text: string }).text);
    expect(log).toEqual(['slow', 'slow done', 'Ready?', 'quick', 'quick done', 'Ready?', 'slow', 'slow done', 'Ready?']);
  });
});
