import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { listen, notify } from '@parley/db/notices';
import { databaseKinds, testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import { openStage } from './test/stage.ts';

const greeting: Sketch = { variables: { word: 'text' }, nodes: { begin: 'start', ask: { ask: { question: 'Yes?', save: 'word' } } }, edges: ['begin -> ask', 'ask.answered -> ask'] };

describe.each(databaseKinds)('the processes of an installation (%s)', async (kind) => {
  const db = await testDatabase(kind);
  const heard: string[] = [];
  const ear = await listen(db.pool, 'parley_turns', { onNotice: (payload) => heard.push(payload), onOpen: () => undefined, onLost: () => undefined });
  afterAll(() => ear.close());
  beforeEach(() => {
    heard.length = 0;
  });
  /** What was told since, by whatever process, once everything that was gathered has been told. */
  const told = async (): Promise<string[]> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await notify(db.pool, 'parley_turns', 'end');
    await expect.poll(() => heard.at(-1)).toBe('end');
    return heard.splice(0).slice(0, -1);
  };

  test('one that is alone tells nobody what it does; of several each tells the others, in few notices', async () => {
    const stage = await openStage(db, { sketch: greeting });
    onTestFinished(() => stage.turns.stop());
    await stage.turns.start();
    expect(await stage.say('ann', 'hi')).toEqual(['Yes?']);
    expect(await told()).toEqual([]);
    // Over one database in its process there never is another one: what comes second here is nobody to tell.
    const other = stage.another({}, { processId: randomUUID() });
    onTestFinished(() => other.stop());
    await other.start();
    expect(await stage.say('bo', 'hi', { turns: other })).toEqual(['Yes?']);
    if (kind === 'embedded') return expect(await told()).toEqual([]);
    // It goes another way than the marker that ends what was told: it has to have come first.
    await expect.poll(() => heard.length).toBe(1);
    expect(await told()).toHaveLength(1);
    // The first one learns of it with its next beat, within a second.
    await expect.poll(async () => {
      await stage.say('ann', 'more');
      return (await told()).length;
    }).toBe(1);
    await Promise.all(Array.from({ length: 20 }, (_, n) => stage.say(`many-${n}`, 'hi')));
    expect((await told()).length).toBeLessThan(20);
    // And is alone again once the other has said goodbye.
    await other.stop();
    await expect.poll(async () => {
      await stage.say('ann', 'more');
      return (await told()).length;
    }).toBe(0);
  });

  test('one that runs no turns leaves what it takes in to the others, who find it within a second although nobody told them', async () => {
    const stage = await openStage(db, { sketch: greeting });
    const door = stage.another({}, { env: { ...stage.context.env, services: ['web'] } });
    expect(await stage.send('cy', 'hi', { turns: door })).toMatchObject({ ok: true });
    await door.runUntilIdle();
    expect(await stage.log('cy')).toEqual([]);
    onTestFinished(() => stage.turns.stop());
    await stage.turns.start();
    await expect.poll(async () => (await stage.log('cy')).length).toBe(2);
    await stage.send('cy', 'more', { turns: door });
    await expect.poll(async () => (await stage.log('cy')).length).toBe(4);
  });

  test('each says every second that it is alive, and takes its leave', async () => {
    const stage = await openStage(db, { sketch: greeting });
    onTestFinished(() => stage.turns.stop());
    const beats = async () => (await db.pool.query<{ beat_at: Date }>('select beat_at from parley.processes where id = $1', [stage.context.processId])).rows.map(({ beat_at }) => beat_at.getTime());
    await stage.turns.start();
    const [first = 0] = await beats();
    await expect.poll(async () => (await beats())[0] ?? 0).toBeGreaterThan(first);
    await stage.turns.stop();
    expect(await beats()).toEqual([]);
  });
});
