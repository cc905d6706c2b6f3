import type { Model, ModelStatic } from 'sequelize';
import { describe, expect, test } from 'vitest';
import { defineModels } from './models/index.ts';
import { databaseKinds, testDatabase } from './testing.ts';

/** Tables that are read and written by SQL alone, each with the reason for having no model. */
const withoutModel: Record<string, string> = {
  migrations: 'db/migrate.ts keeps it before any model can be bound',
  callback_trials: 'taken in one statement, once: db/queries/callbackTrials.ts',
  job_pools: 'jobs by SQL: db/queries/jobs.ts',
  model_calls: 'written after each call and summed up: db/queries/models.ts',
  processes: 'a beat each second and jobs by SQL: db/queries/processes.ts',
  records: 'the turn path reads and writes it in single trips: db/queries/records.ts',
  record_effects: 'written in one trip with the record: db/queries/records.ts',
  socket_attachments: 'belongs to the adapter of socket.io',
};

/** How Sequelize's types are called in the catalogue. */
const typeNames: Record<string, string> = {
  UUID: 'uuid', TEXT: 'text', BOOLEAN: 'boolean', INTEGER: 'integer', BIGINT: 'bigint', JSONB: 'jsonb', 'TIMESTAMP WITH TIME ZONE': 'timestamp with time zone',
  'DOUBLE PRECISION': 'double precision', DATE: 'date', BYTEA: 'bytea', SMALLINT: 'smallint', 'TEXT[]': 'text[]', 'UUID[]': 'uuid[]',
};

interface Column {
  type: string;
  required: boolean;
  key: boolean;
}

/** What a model says about its table, in the catalogue's words. */
function columnsOf(model: ModelStatic<Model>): Record<string, Column> {
  return Object.fromEntries(Object.values(model.getAttributes()).map(({ field = '', type, allowNull = true, primaryKey = false }) => {
    const name = String(type);
    return [field, { type: typeNames[name] ?? name.toLowerCase(), required: primaryKey || !allowNull, key: primaryKey }];
  }));
}

describe.each(databaseKinds)('the schema on %s', async (kind) => {
  const db = await testDatabase(kind);
  const models = Object.values(defineModels(db.sequelize)).map((model): ModelStatic<Model> => model);
  const { rows } = await db.pool.query<{ table: string; column: string; type: string; required: boolean; key: boolean }>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, a.attnotnull as required, coalesce(a.attnum = any (k.conkey), false) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = 'parley'::regnamespace and c.relkind in ('r', 'p')`);
  const tables = new Map<string, Record<string, Column>>();
  for (const { table, column, ...facts } of rows) tables.set(table, { ...tables.get(table), [column]: facts });

  test.each(models.map((model) => [model.name, model] as const))('%s says of its table what the catalogue says', (_name, model) => {
    const { schema, tableName } = { schema: '', ...Object(model.getTableName()) };
    expect(schema).toBe('parley');
    expect(columnsOf(model)).toEqual(tables.get(tableName));
  });

  test('every table has a model or a reason for none', () => {
    const modelled = models.map((model) => model.tableName);
    expect([...tables.keys()].sort()).toEqual([...modelled, ...Object.keys(withoutModel)].sort());
  });

  /** Foreign keys that no index begins with: deleting what they point to would read the whole table. */
  const bareKeys = async () => {
    const { rows: bare } = await db.pool.query<{ key: string }>(`
      select format('%s.%s', k.conrelid::regclass, k.conname) as key
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'f' and n.nspname in ('parley', 'lanes') and not exists (
        select from pg_index i
        where i.indrelid = k.conrelid and i.indpred is null
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`);
    return bare.map(({ key }) => key);
  };

  test('every foreign key is the beginning of an index', async () => {
    expect(await bareKeys()).toEqual([]);
    await db.pool.query('create table parley.planted (id int, bot uuid, constraint planted_bot foreign key (bot) references parley.bots); create index on parley.planted (id, bot)');
    expect(await bareKeys()).toEqual(['parley.planted.planted_bot']);
    await db.pool.query('create index on parley.planted (bot, id)');
    expect(await bareKeys()).toEqual([]);
  });

  // json, kept as it came, is for the hot tables: what they hold is only ever read whole.
  test('times are points in time, texts have no length and lists of words are checks, in every table', async () => {
    const { rows: odd } = await db.pool.query<{ odd: string }>(`
      select format('%s.%s %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod)) as odd
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
      where c.relnamespace::regnamespace::text in ('parley', 'lanes') and c.relkind = 'r'
        and (t.typname in ('timestamp', 'varchar', 'bpchar', 'money', 'timetz') or t.typtype = 'e' or (t.typname = 'json' and c.relnamespace::regnamespace::text <> 'lanes'))`);
    expect(odd).toEqual([]);
  });
});
