import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../client.ts';
import { sourceRoot } from './bundle.ts';
import { keepUp } from './upkeep.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'parley-upkeep-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('dead rows are vacuumed, statistics made and the log cut, in a database that has no process for it', async () => {
  const db = await openDatabase({ directory, cache: path.join(sourceRoot, '.cache/embedded') });
  const client = await db.pool.connect();
  const one = async (sql: string) => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  const state = `select array[n_dead_tup, n_mod_since_analyze] as n from pg_stat_user_tables where relname = 'crowd'`;
  const unsaved = 'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int from pg_control_checkpoint()';

  await client.query(`create table crowd (id int primary key, filling text); insert into crowd select n, repeat('x', 900) from generate_series(1, 9000) n`);
  await client.query('delete from crowd where id > 1000');
  await client.query('select pg_stat_force_next_flush()');
  expect(await one(state)).toEqual([8_000, 17_000]);
  expect(await one(unsaved)).toBeGreaterThan(4 * 1024 * 1024);

  await keepUp(client, 4 * 1024 * 1024);
  await client.query('select pg_stat_force_next_flush()');
  expect(await one(state)).toEqual([0, 0]);
  expect(await one(unsaved)).toBeLessThan(1024 * 1024);
  expect(await one(`select reltuples::int from pg_class where relname = 'crowd'`)).toBe(1000);
  client.release();
  await db.close();
});
