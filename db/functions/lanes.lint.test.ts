import { describe, expect, test } from 'vitest';
import { databaseKinds, testDatabase } from '../testing.ts';
import { laneFunctions } from './index.ts';

/** The rules of reference/sharding.md, read from the catalogue of a migrated database. */
describe.each(databaseKinds)('the hot tables stay distributable (%s)', async (kind) => {
  const db = await testDatabase(kind);
  const read = async (sql: string) => (await db.lanes.query<Record<string, string>>(sql)).rows;
  const ofLanes = `n.nspname = 'lanes' and c.relname <> 'live'`;
  /** Answer "what has to be done by now" for all lanes, or serve lists of the studio; none is read in a lane function. */
  const acrossLanes = ['lanes_lease', 'lanes_due', 'lanes_deliver', 'sessions_list', 'sessions_open', 'sessions_contact'];

  test('R1: lane is there, not null, and first in every key and index', async () => {
    const tables = await read(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ofLanes} and c.relkind = 'r' order by 1`);
    expect(tables.map((each) => each.name)).toEqual(['inbox', 'journal', 'lanes', 'messages', 'outbox', 'sessions', 'turns']);
    expect(await read(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ofLanes} and c.relkind = 'r' and not exists
      (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'lane' and a.attnotnull and a.atttypid = 'uuid'::regtype)`)).toEqual([]);
    const other = await read(`select i.relname as name, x.indisunique::text as "unique", m.amname as method from pg_index x join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] where ${ofLanes} and a.attname <> 'lane' order by 1`);
    expect(other.filter((each) => each.unique === 'true')).toEqual([]);
    // BRIN indexes serve retention, a scan over all lanes by nature.
    expect(other.filter((each) => each.method !== 'brin').map((each) => each.name)).toEqual(acrossLanes.toSorted());
  });

  test('R2, R3: no sequence, no identity; order and fences are counters of the lane row', async () => {
    expect(await read(`select sequencename as name from pg_sequences where schemaname = 'lanes'`)).toEqual([]);
    expect(await read(`select a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where ${ofLanes} and a.attidentity <> ''`)).toEqual([]);
  });

  test('R9: no trigger of ours', async () => {
    expect(await read(`select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${ofLanes} and not t.tgisinternal`)).toEqual([]);
  });

  test('R15: foreign keys stay inside, start with lane and are named', async () => {
    const keys = await read(`select k.conname as name, f.relname as target, fn.nspname as schema, a.attname as first from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] where ${ofLanes} and k.contype = 'f'`);
    expect(keys.map((each) => each.name).sort()).toEqual(['sessions_lane']);
    expect(keys.filter((each) => each.schema !== 'lanes' || each.first !== 'lane' || !each.name?.endsWith('_lane'))).toEqual([]);
  });

  test('R5, R7: every function is volatile plpgsql, starts with the lane and filters by it in every statement', async () => {
    const functions = await read(`select p.proname as name, l.lanname as language, p.provolatile as volatile, p.proargnames[1] as first from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang where n.nspname = 'lanes' order by 1`);
    expect(functions.map((each) => each.name)).toEqual(Object.keys(laneFunctions).sort());
    expect(functions.filter((each) => each.language !== 'plpgsql' || each.volatile !== 'v' || each.first !== 'p_lane')).toEqual([]);
    for (const [name, sql] of Object.entries(laneFunctions)) {
      const body = sql.replaceAll(/--.*$/gm, '').split('$$')[1] ?? '';
      const touching = body.split(';').filter((statement) => /\b(from|into|update) lanes\./.test(statement) && !statement.includes('lanes.live') && !/lanes\.\w+_\d+\(p_lane/.test(statement));
      expect(touching.length, name).toBeGreaterThan(0);
      expect(touching.filter((statement) => !/\.lane = p_lane|values\s*\(p_lane/.test(statement)), name).toEqual([]);
      // now() is refused inside ON CONFLICT DO UPDATE on a distributed table, and would stand still inside a transaction.
      expect(body, name).not.toMatch(/\bnow\(\)|random\(|nextval|pg_notify|advisory/);
    }
  });
});
