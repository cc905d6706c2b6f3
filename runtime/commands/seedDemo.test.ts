import { databaseKinds, testDatabase } from '@parley/db/testing';
import { readLive } from '@parley/db/queries/live';
import { afterAll, expect, test } from 'vitest';
import { createSandbox } from '../sandbox/createSandbox.ts';
import { testContext } from '../test/testContext.ts';
import { Refusal } from '../lib/refusal.ts';
import { seedDemo } from './seedDemo.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const [db, other] = [await testDatabase(), await testDatabase()];

test('the demo is published into an empty embedded database, once', async () => {
  const context = await testContext(db, { sandbox });
  const seeded = await seedDemo(context).catch((error: unknown) => { throw error instanceof Refusal ? new Error(JSON.stringify(error.fields, null, 1)) : error; });
  expect(seeded).toBe(true);
  const bot = await context.models.Bot.findOne({ where: { slug: 'demo' } });
  expect((await readLive(db.lanes, [bot?.id ?? ''])).get(bot?.id ?? '')?.release).toMatch(/^[0-9a-f-]{36}$/);
  expect(await seedDemo(context)).toBe(false);
  expect(await seedDemo({ ...context, env: { ...context.env, demo: true } })).toBe(false);
});

test.runIf(databaseKinds.includes('postgres'))('of processes that start together one makes it', async () => {
  const context = await testContext(await testDatabase('postgres'), { sandbox });
  const start = () => seedDemo({ ...context, env: { ...context.env, demo: true } });
  expect((await Promise.all([start(), start(), start()])).toSorted()).toEqual([false, false, true]);
  expect(await context.models.Bot.count()).toBe(1);
});

test('nothing is seeded where it is not wanted', async () => {
  const context = await testContext(other, { sandbox });
  expect(await seedDemo({ ...context, env: { ...context.env, demo: false } })).toBe(false);
  expect(await seedDemo({ ...context, db: { ...context.db, kind: 'postgres' } })).toBe(false);
  expect(await context.models.Bot.count()).toBe(0);
});
