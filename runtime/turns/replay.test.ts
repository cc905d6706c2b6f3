import { describe, expect, test } from 'vitest';
import { databaseKinds, testDatabase } from '@parley/db/testing';
import type { StreamFrame } from '@parley/shared/api/chat';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { Performers } from '../actions/index.ts';
import { dyingDatabase } from './test/dyingDatabase.ts';
import { openStage } from './test/stage.ts';

/** Says what only this turn can know: its moment, and what chance gave in it. */
const chancy: Sketch = {
  variables: { word: 'text', drawn: 'text' },
  nodes: {
    begin: 'start',
    ready: { ask: { question: 'Ready at {{string(now())}}?', save: 'word' } },
    draw: { code: { code: 'draw', inputs: { at: { name: 'at', value: 'string(now())', order: 1 }, n: { name: 'n', value: 'random(1, 1000000000)', order: 2 } }, output: { kind: 'text' }, save: 'drawn' } },
    say: { message: { text: '{{drawn}}, said at {{string(now())}} with {{random(1, 1000000000)}}' } },
  },
  edges: ['begin -> ready', 'ready.answered -> draw', 'draw.done -> say', 'draw.failed -> ready', 'say -> ready'],
};

describe.each(databaseKinds)('a turn that is done again (%s)', async (kind) => {
  const db = await testDatabase(kind);

  test('after a crash has the clock and the chance of the first attempt, whenever and wherever it is done', async () => {
    const asked: { input: JsonObject; now: string; seed: number }[] = [];
    const performers: Partial<Performers> = { runCode: { class: 'pure', perform: ({ input }, { now, seed }) => {
      asked.push({ input, now: now.toISOString(), seed });
      return Promise.resolve(`Drawn ${JSON.stringify(input)}`);
    } } };
    const stage = await openStage(db, { sketch: chancy, options: { performers } });
    await stage.say('ann', 'hi');
    const moment = stage.clock.now().toISOString();
    const dying = dyingDatabase(db, { call: 'commit_1', when: 'before' });
    const doomed = stage.another({ performers }, { db: dying.db });
    await stage.send('ann', 'yes', { id: 'yes', turns: doomed });
    await doomed.runUntilIdle().catch(() => undefined);
    expect(dying.dead()).toBe(true);
    // The next morning somebody goes on.
    stage.clock.pass(15 * 3_600_000);
    await stage.endLease('ann');
    await stage.another({ performers }).runUntilIdle();
    const [answer] = await stage.say('ann', 'yes', { id: 'yes' });
    const [first, again] = asked;
    expect(again).toEqual(first);
    expect(first).toMatchObject({ now: moment, input: { at: moment } });
    expect(answer).toBe(`Drawn ${JSON.stringify(first?.input)}, said at ${moment} with ${String(first?.input['n'])}`);
    // Another turn has others.
    await stage.say('ann', 'more');
    expect(asked[2]?.seed).not.toBe(first?.seed);
    expect(asked[2]?.input['n']).not.toBe(first?.input['n']);
    expect(asked[2]?.now).toBe(stage.clock.now().toISOString());
  });

  test('begins its session on the release that was live when it was sent', async () => {
    const stage = await openStage(db, { sketch: chancy });
    const doors = stage.another({}, { env: { ...stage.context.env, services: ['web'] } });
    await stage.send('bo', 'hi', { turns: doors });
    await stage.publish({ ...chancy, nodes: { ...chancy.nodes, ready: { ask: { question: 'Two?', save: 'word' } } } });
    await stage.turns.runUntilIdle();
    expect((await stage.log('bo')).at(-1)?.body).toMatchObject({ message: { text: `Ready at ${stage.clock.now().toISOString()}?` } });
    expect(await stage.say('cy', 'hi')).toEqual(['Two?']);
  });

  test.each([{ where: 'in its turn', long: false }, { where: 'deferred', long: true }])('streams under the number of its attempt, and of each round within it: $where', async ({ long }) => {
    let broken = true;
    const performers: Partial<Performers> = { runCode: { class: 'read', long: () => long, perform: (_action, { stream }) => {
      stream(broken ? 'Onc' : 'Once');
      if (broken) throw new Error('The cable is cut.');
      stream('Once upon a time', true);
      return Promise.resolve('Once upon a time');
    } } };
    const stage = await openStage(db, { sketch: chancy, options: { performers } });
    await stage.say('di', 'hi');
    const frames: StreamFrame[] = [];
    const stop = stage.turns.follow(stage.lane('di'), { done: () => undefined, working: () => undefined, frame: (frame) => frames.push(frame) });
    await stage.send('di', 'yes');
    await stage.turns.runUntilIdle();
    broken = false;
    stage.clock.pass(1_000);
    await stage.turns.runUntilIdle();
    await expect.poll(() => frames.length).toBe(3);
    stop();
    expect(frames.map(({ attempt, seq, text }) => [attempt, seq, text])).toEqual([[1, 0, 'Onc'], [2, 0, 'Once'], [2.01, 0, 'Once upon a time']]);
    expect(new Set(frames.map(({ turn, action }) => `${turn} ${action}`)).size).toBe(1);
  });
});
