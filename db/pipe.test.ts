import { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createPipe } from './pipe.ts';
import type { Pipe, PipeOptions } from './pipe.ts';
import type { Pace, PipeWidth } from './pipeWidth.ts';
import { databaseKinds, testDatabase } from './testing.ts';

/** Reads a lane function's answer where the column `no` stands for it. */
const noOf = async (pipe: Pick<Pipe, 'query'>, text: string, values: unknown[] = [], name = text) => (await pipe.query({ name, text, values })).rows[0]?.no;
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
    expect(await db.transaction(() => why(noOf(db.lanePipe, 'select 1 as no')))).toMatch(/^A second database client was asked for inside transaction/);
  });
});

describe.runIf(databaseKinds.includes('postgres'))('the connections of a pipe', () => {
  async function open(most: number, { stream, width }: { stream?: () => Socket; width?: PipeWidth } = {}) {
    const db = await testDatabase('postgres');
    const { rows: [row] } = await db.pool.query<{ name: string }>('select current_database() as name');
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = `/${row?.name}`;
    const lost: Error[] = [];
    const options: PipeOptions = { config: { connectionString: url.href, application_name: 'pipe', ...(stream && { stream }) }, most, onLost: (error) => lost.push(error) };
    const pipe = createPipe(width ? { ...options, width } : options);
    const connections = async () => (await db.pool.query<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'pipe' and datname = current_database()`)).rows.map(({ pid }) => pid);
    return { db, pipe, lost, connections };
  }

  /** A width that opens one more whenever those in use are full, whatever it brings, and keeps what it is shown. */
  function opening(most: number): PipeWidth & { narrow(to: number): void; shown: Map<Pace, number> } {
    let inUse = 1;
    let limit = most;
    const shown = new Map<Pace, number>();
    return {
      shown,
      narrow: (to) => ([inUse, limit] = [to, to]),
      inUse: () => inUse,
      full: () => (inUse = Math.min(limit, inUse + 1)),
      isLooking: () => true,
      look: (paces) => paces.forEach((pace) => shown.set(pace, pace.answers)),
      refused: () => undefined,
    };
  }

  const slow = (pipe: Pipe, count: number) => Promise.all(Array.from({ length: count }, () => noOf(pipe, 'select pg_backend_pid() as no from pg_sleep(0.004)')));

  test('short calls share one; where they are full others are opened, up to the most, and every answer is counted', async () => {
    const width = opening(3);
    const { pipe, connections } = await open(5, { width });
    for (let n = 0; n < 20; n += 1) await noOf(pipe, 'select 1 as no');
    expect(await connections()).toHaveLength(1);
    for (let n = 0; n < 10; n += 1) await slow(pipe, 60);
    expect(await connections()).toHaveLength(3);
    await expect.poll(() => [...width.shown.values()].reduce((sum, answers) => sum + answers, 0)).toBe(620);
    expect([...width.shown.keys()].every(({ busyMs }) => busyMs > 0)).toBe(true);
    await pipe.end();
    expect(await connections()).toEqual([]);
  });

  test('those that brought nothing get no more calls', async () => {
    const width = opening(3);
    const { pipe } = await open(5, { width });
    for (let n = 0; n < 10; n += 1) await slow(pipe, 60);
    expect(new Set(await slow(pipe, 60)).size).toBe(3);
    width.narrow(1);
    expect(new Set(await slow(pipe, 60)).size).toBe(1);
    await pipe.end();
  });

  test('a call that waits for a lock holds up none that come later', async () => {
    const { db, pipe } = await open(2);
    await noOf(pipe, 'select 1 as no');
    const log: string[] = [];
    const holder = await db.pool.connect();
    await holder.query('select pg_advisory_lock(8)');
    const waiting = noOf(pipe, 'select 1 as no from pg_advisory_xact_lock(8)').then(() => log.push('waited'));
    await setTimeout(150);
    const later = noOf(pipe, 'select 2 as no').then(() => log.push('came later'));
    // Where it is held up, the lock's end ends this test too.
    await Promise.race([later, setTimeout(3_000)]);
    holder.release(true);
    await Promise.all([waiting, later]);
    await pipe.end();
    expect(log).toEqual(['came later', 'waited']);
  });

  test('where no other connection is to be had, a call waits behind the lock instead of failing', async () => {
    let opened = 0;
    const stream = () => {
      const socket = new Socket();
      if ((opened += 1) > 1) socket.connect = () => socket.destroy(new Error('sorry, too many clients already'));
      return socket;
    };
    const { db, pipe } = await open(2, { stream });
    await noOf(pipe, 'select 1 as no');
    const holder = await db.pool.connect();
    await holder.query('select pg_advisory_lock(9)');
    const waiting = noOf(pipe, 'select 1 as no from pg_advisory_xact_lock(9)');
    await setTimeout(150);
    const later = why(noOf(pipe, 'select 2 as no'));
    await setTimeout(50);
    holder.release(true);
    expect([await waiting, await later, opened]).toEqual([1, 'answered', 2]);
    await pipe.end();
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
    const pipe = createPipe({ config: { host: '127.0.0.1', port: 1 }, most: 1, onLost: () => undefined });
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
