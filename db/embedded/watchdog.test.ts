import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../client.ts';
import { sourceRoot } from './bundle.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'parley-watchdog-'));
const cache = path.join(sourceRoot, '.cache/embedded');
const endless = 'select count(*) from generate_series(1, 100000000000)';

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the embedded database', () => {
  test('takes a transaction back from a client that forgot it, and serves the one who waited', async () => {
    const lost: string[] = [];
    const db = await openDatabase({ cache, limits: { transaction: 200 }, onLost: ({ message }) => lost.push(message) });
    await db.pool.query('create table forgotten (n int)');
    const client = await db.pool.connect();
    await client.query('begin; insert into forgotten values (1)');
    expect((await db.pool.query('select count(*) as n from forgotten')).rows).toEqual([{ n: 0 }]);
    expect(lost.join()).toContain('A transaction was left idle for 0.2 s and rolled back');
    client.release();
    await db.close();
  });

  test('ends a query that never ends, starts again with what was committed, and says so', async () => {
    const lost: string[] = [];
    const db = await openDatabase({ directory, cache, limits: { statement: 3_000 }, onLost: ({ message }) => lost.push(message) });
    await db.pool.query('create table kept (n int); insert into kept values (1)');
    const waiting = db.pool.query('select 1').then(() => db.pool.query(endless));
    await expect(waiting).rejects.toThrow('A query ran for more than 3 s in the embedded database, which runs one at a time. It was started again; what was committed is there.');
    expect((await db.pool.query('select n from kept')).rows).toEqual([{ n: 1 }]);
    const [rows] = await db.sequelize.query('select n from kept');
    expect(rows).toEqual([{ n: 1 }]);
    expect(lost.some((line) => line.includes('A query ran for more than 3 s'))).toBe(true);
    await db.close();
  }, 120_000);

  test('kept in memory cannot be started again: everything after says why', async () => {
    const db = await openDatabase({ cache, limits: { statement: 3_000 } });
    await expect(db.pool.query(endless)).rejects.toThrow('It was in memory only and is gone.');
    await expect(db.pool.query('select 1')).rejects.toThrow('It was in memory only and is gone.');
    await db.close();
  });

  test('is closed once, whoever asks, and refuses clients afterwards', async () => {
    const db = await openDatabase({ cache });
    await Promise.all([db.close(), db.close()]);
    await expect(db.pool.query('select 1')).rejects.toThrow('after calling end on the pool');
  });
});
