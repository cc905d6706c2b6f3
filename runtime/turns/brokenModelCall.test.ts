import { randomUUID } from 'node:crypto';
import { startModelEndpoint } from '@parley/e2e/fakes/modelEndpoint';
import { describe, expect, test } from 'vitest';
import { databaseKinds, testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import { dyingDatabase } from './test/dyingDatabase.ts';
import type { Death } from './test/dyingDatabase.ts';
import { openStage } from './test/stage.ts';

/** Asks a model for a text. */
const thinking: Sketch = {
  variables: { one: 'text' },
  nodes: {
    begin: 'start', ready: { ask: { question: 'Ready?', save: 'one' } }, think: { model: { instructions: 'Answer.', gives: 'text', save: 'one' } },
    say: { message: { text: '{{one}}' } }, unknown: { message: { text: 'Broken off.' } }, failed: { message: { text: 'Failed.' } },
  },
  edges: ['begin -> ready', 'ready.answered -> think', 'think.done -> say', 'think.unknown -> unknown', 'think.failed -> failed', 'say -> ready', 'unknown -> ready', 'failed -> ready'],
};

describe.each(databaseKinds)('a process killed during a model call (%s)', async (kind) => {
  const db = await testDatabase(kind);

  test.each<[Death, number]>([[{ call: 'journal_1', when: 'after', nth: 1 }, 0], [{ call: 'journal_1', when: 'before', nth: 2 }, 1]])('a model call that broke off with its process (%o) is not made again: its outcome is unknown', async (death, asked) => {
    const fake = await startModelEndpoint();
    fake.on('big', { says: ['An answer.'] });
    const stage = await openStage(db, { sketch: thinking });
    const { models, keys, clock } = stage.context;
    const [endpoint, model] = [randomUUID(), randomUUID()];
    const made = { madeBy: null, madeAt: clock.now() };
    await models.ModelEndpoint.create({ id: endpoint, name: endpoint, baseUrl: fake.url, key: keys.seal('sk-test', endpoint), ...made, changedBy: null, changedAt: clock.now() });
    await models.LanguageModel.create({ id: model, endpoint, name: 'big', priceIn: 0, priceOut: 0, maxOutput: null, madeAt: clock.now() });
    await models.ModelRole.destroy({ where: {} });
    await models.ModelRole.create({ role: 'fast', model, position: 0 });
    await stage.say('ann', 'hi');
    const dying = dyingDatabase(db, death);
    const doomed = stage.another({}, { db: dying.db });
    await stage.send('ann', 'yes', { id: 'yes', turns: doomed }).catch(() => undefined);
    await doomed.runUntilIdle().catch(() => undefined);
    expect(dying.dead()).toBe(true);
    // The holder was silent for longer than its lease.
    await stage.endLease('ann');
    await stage.another().runUntilIdle();
    expect(await stage.say('ann', 'yes', { id: 'yes' })).toEqual(['Broken off.', 'Ready?']);
    expect(fake.asked).toHaveLength(asked);
    expect(await stage.say('ann', 'again')).toEqual(['An answer.', 'Ready?']);
    await models.ModelRole.destroy({ where: {} });
    await fake.stop();
  });
});
