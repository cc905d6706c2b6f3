import { describe, expect, test } from 'vitest';
import { openDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { databaseKinds, testDatabase } from './testing.ts';

describe.each(databaseKinds)('migrations on %s', async (kind) => {
  const db = await testDatabase(kind);

  test('are all recorded, in order', async () => {
    const { rows } = await db.pool.query<{ name: string }>('select name from parley.migrations order by name');
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  });

  test('run once each, however many processes start together', async () => {
    const list = [...migrations, { name: '9000_once', sql: 'create table once (n int)' }];
    await Promise.all([migrate(db, list), migrate(db, list), migrate(db, list)]);
    const { rows } = await db.pool.query('select 1 from parley.migrations where name = $1', ['9000_once']);
    expect(rows).toHaveLength(1);
  });

  test('that fail change nothing and name themselves', async () => {
    const failing = { name: '9001_failing', sql: 'create table half (n int); select 1 / 0;' };
    await expect(migrate(db, [...migrations, failing])).rejects.toThrow('Migration 9001_failing failed and changed nothing: division by zero');
    const { rows } = await db.pool.query<{ half: string | null }>(`select to_regclass('half') as half`);
    expect(rows[0]?.half).toBeNull();
  });

  test('that were edited after they were applied are refused', async () => {
    const [first, ...rest] = migrations;
    if (!first) throw new Error('Expected at least one migration.');
    await expect(migrate(db, [{ ...first, sql: `${first.sql}\n-- edited` }, ...rest])).rejects.toThrow('was changed after this database had applied it');
    await expect(migrate(db, [{ ...first, sql: first.sql.replaceAll('\n', '\r\n') }, ...rest])).resolves.toBeUndefined();
  });
});

describe.runIf(databaseKinds.includes('postgres'))('a lane database of its own', async () => {
  const db = await testDatabase(databaseKinds.includes('postgres') ? 'postgres' : 'embedded');
  const url = String(db.pool.options.connectionString);
  const beside = new URL(url);
  beside.pathname += '_lanes';
  const exist = async (pool: typeof db.pool, names: string[]) => (await pool.query<{ is: boolean[] }>(`select array_agg(to_regclass(n) is not null) as is from unnest($1::text[]) n`, [names])).rows[0]?.is;

  test('gets the hot tables and functions only; one that somebody else made is left alone', async () => {
    const name = beside.pathname.slice(1);
    await db.pool.query(`create database ${name}`);
    const both = await openDatabase({ url, lanesUrl: beside.href });
    try {
      await migrate(both);
      await migrate(both);
      expect(await exist(both.lanes, ['lanes.lanes', 'lanes.live', 'parley.migrations', 'parley.accounts'])).toEqual([true, true, true, false]);
      await both.lanes.query('drop table parley.migrations');
      await migrate(both);
      expect(await exist(both.lanes, ['lanes.lanes', 'parley.migrations'])).toEqual([true, false]);
    } finally {
      await both.close();
      await db.pool.query(`drop database ${name} with (force)`);
    }
  });
});
