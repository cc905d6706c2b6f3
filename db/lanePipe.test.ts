import { describe, expect, test } from 'vitest';
import { createLanePipe } from './lanePipe.ts';
import type { LanePipe } from './lanePipe.ts';
import { databaseKinds, testDatabase } from './testing.ts';

/** Reads a lane function's answer where the column `no` stands for it. */
const noOf = async (pipe: Pick<LanePipe, 'query'>, text: string, values: unknown[] = [], name = text) => (await pipe.query({ name, text, values })).rows[0]?.no;
const why = (promise: Promise<unknown>) => promise.then(() => 'answered', (error: unknown) => (error instanceof Error ? error.message : error));

describe.each(databaseKinds)('the pipe of %s', (kind) => {
  test('each of many calls at once gets its own answer, and one that fails harms no other', async () => {
    const { pipe } = await testDatabase(kind);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => (n % 10 === 3 ? why(noOf(pipe, 'select 1 / $1::int as no', [0])) : noOf(pipe, 'select $1::int + 1 as no', [n]))));
    expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => (n % 10 === 3 ? 'division by zero' : n + 1)));
  });

  test('every call is a transaction of its own', async () => {
    const { pipe, pool } = await testDatabase(kind);
    await pool.query('create table counted (n int primary key)');
    const insert = (n: number) => why(noOf(pipe, 'insert into counted values ($1) returning n as no', [n]));
    expect(await Promise.all([insert(1), insert(2), insert(1), insert(3)])).toEqual(['answered', 'answered', expect.stringContaining('counted_pkey'), 'answered']);
    expect((await pool.query('select n from counted order by n')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  test('is refused inside a transaction', async () => {
    const db = await testDatabase(kind);
    expect(await db.transaction(() => why(noOf(db.pipe, 'select 1 as no')))).toMatch(/^A second database client was asked for inside transaction/);
  });
});

describe.runIf(databaseKinds.includes('postgres'))('the connections of a pipe', () => {
  async function open(most: number) {
    const db = await testDatabase('postgres');
    const { rows: [row] } = await db.pool.query<{ name: string }>('select current_database() as name');
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = `/${row?.name}`;
    const lost: Error[] = [];
    const pipe = createLanePipe({ config: { connectionString: url.href, application_name: 'pipe' }, most, onLost: (error) => lost.push(error) });
    const connections = async () => (await db.pool.query<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'pipe' and datname = current_database()`)).rows.map(({ pid }) => pid);
    return { db, pipe, lost, connections };
  }

  test('short calls share one; where calls are slow others are opened, up to the most', async () => {
    const { pipe, connections } = await open(3);
    for (let n = 0; n < 20; n += 1) await noOf(pipe, 'select 1 as no');
    expect(await connections()).toHaveLength(1);
    await Promise.all(Array.from({ length: 8 }, () => noOf(pipe, 'select 1 as no from pg_sleep(0.05)')));
    await Promise.all(Array.from({ length: 8 }, () => noOf(pipe, 'select 1 as no from pg_sleep(0.05)')));
    expect(await connections()).toHaveLength(3);
    await pipe.end();
    expect(await connections()).toEqual([]);
  });

  test('what is under way on a lost connection fails, and the next call has another', async () => {
    const { db, pipe, lost, connections } = await open(1);
    await noOf(pipe, 'select 1 as no');
    const underWay = [why(noOf(pipe, 'select 1 as no from pg_sleep(30)')), why(noOf(pipe, 'select 2 as no'))];
    await db.pool.query('select pg_terminate_backend($1)', [(await connections())[0]]);
    expect(await Promise.all(underWay)).toEqual([expect.stringMatching(/terminat/), expect.stringMatching(/terminat/)]);
    expect(lost.length).toBeGreaterThan(0);
    expect(await noOf(pipe, 'select 3 as no')).toBe(3);
    await pipe.end();
  });

  test('a server that cannot be reached is said to every call that waits for it, and asked again by the next', async () => {
    const pipe = createLanePipe({ config: { host: '127.0.0.1', port: 1 }, most: 1, onLost: () => undefined });
    expect(await Promise.all([why(noOf(pipe, 'select 1 as no')), why(noOf(pipe, 'select 1 as no'))])).toEqual(['connect ECONNREFUSED 127.0.0.1:1', 'connect ECONNREFUSED 127.0.0.1:1']);
    expect(await why(noOf(pipe, 'select 1 as no'))).toBe('connect ECONNREFUSED 127.0.0.1:1');
    await pipe.end();
  });

  test('closing lets what is under way come to its end', async () => {
    const { pipe } = await open(2);
    const last = noOf(pipe, 'select 7 as no from pg_sleep(0.05)');
    await pipe.end();
    expect(await last).toBe(7);
  });
});
