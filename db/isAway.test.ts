import pg from 'pg';
import { expect, test } from 'vitest';
import { isAway } from './isAway.ts';
import { databaseKinds, testDatabase } from './testing.ts';

test('a server that refuses is away', async () => {
  const client = new pg.Client({ host: '127.0.0.1', port: 1 });
  const error: unknown = await client.connect().catch((thrown: unknown) => thrown);
  expect(isAway(error)).toBe(true);
  expect(isAway(Object.assign(new Error('wrapped'), { original: error }))).toBe(true);
});

test.each(databaseKinds)('what was asked wrongly is no sign of that (%s)', async (kind) => {
  const db = await testDatabase(kind);
  const error: unknown = await db.pool.query('select no_such_column').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(isAway(error)).toBe(false);
  expect(isAway('a text')).toBe(false);
});

test.runIf(databaseKinds.includes('postgres'))('a backend that is ended under a query is away', async () => {
  const db = await testDatabase('postgres');
  const client = await db.pool.connect();
  const { rows: [row] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const ended = client.query('select pg_sleep(60)').catch((thrown: unknown) => thrown);
  await db.pool.query('select pg_terminate_backend($1)', [row?.pid]);
  expect(isAway(await ended)).toBe(true);
  client.release(true);
});
