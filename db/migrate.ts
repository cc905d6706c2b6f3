import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { Logger, runMigrations } from 'graphile-worker';
import type { Database } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/index.ts';
import { oneAtATime } from './oneAtATime.ts';

/** Any number; the same for every process of every version, or two of them would migrate at once. */
const lockKey = 7_077_351_908;

/** SHA-256 in hex of a migration's text, whatever line endings the checkout gave it. */
export function hashOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}

/**
 * Brings a database up to date: every migration not yet recorded runs once, in order, each in its own transaction. Safe to call from
 * many processes at once. Throws when a recorded migration's text has changed since, and when one fails (the earlier ones stay).
 */
export async function migrate(db: Pick<Database, 'kind' | 'pool' | 'lanes'>, list: readonly Migration[] = migrations): Promise<void> {
  const jobs = () => runMigrations({ pgPool: db.pool, logger: silent });
  await migratePool(db.pool, { locked: db.kind === 'postgres', list, after: jobs });
  if (db.lanes !== db.pool && (await isOurs(db.lanes))) await migratePool(db.lanes, { locked: true, list: list.filter(({ lanes }) => lanes) });
}

/** False for a lane database whose tables somebody else made (a worker node of a distributed PostgreSQL refuses DDL). */
async function isOurs(lanes: Pool): Promise<boolean> {
  const { rows } = await lanes.query<{ ours: boolean }>(`select to_regclass('lanes.lanes') is null or to_regclass('parley.migrations') is not null as ours`);
  return rows[0]?.ours ?? false;
}

/** The tables of graphile-worker come with the library, in a schema of its own. */
const silent = new Logger(() => () => undefined);

interface Steps {
  locked: boolean;
  list: readonly Migration[];
  after?: () => Promise<void>;
}

async function migratePool(pool: Pool, { locked, list, after }: Steps): Promise<void> {
  const steps = async (client: ClientBase): Promise<void> => {
    await applyAll(client, list);
    await after?.();
  };
  if (locked) return oneAtATime(pool, lockKey, steps);
  const client = await pool.connect();
  try {
    await steps(client);
  } finally {
    client.release();
  }
}

async function applyAll(client: ClientBase, list: readonly Migration[]): Promise<void> {
  const vector = await prepareVector(client);
  await client.query(`create schema if not exists parley;
    create table if not exists parley.migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from parley.migrations');
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  for (const migration of list) {
    const known = applied.get(migration.name);
    if (known !== undefined && known !== hashOf(migration)) {
      throw new Error(`Migration ${migration.name} was changed after this database had applied it. Put it back as it was and add a new migration for the change.`);
    }
    if (known === undefined && (migration.when !== 'vector' || vector)) await apply(client, migration);
  }
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    // First, because the embedded database has no locks between its clients: whoever records it runs it.
    const { rowCount } = await client.query('insert into parley.migrations (name, sha256) values ($1, $2) on conflict do nothing', [migration.name, hashOf(migration)]);
    if (rowCount) await client.query(migration.sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed and changed nothing: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Makes pgvector's types exist before the first model connects, or they would arrive as texts. False where there is no pgvector. */
async function prepareVector(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ installed: boolean }>(`select installed_version is not null as installed from pg_available_extensions where name = 'vector'`);
  const found = rows[0];
  if (!found || found.installed) return found !== undefined;
  try {
    await client.query('create extension if not exists vector');
    return true;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === insufficientPrivilege) return false;
    throw error;
  }
}

/** SQLSTATE: this user may not create the extension; an administrator can, and the next start goes on from there. */
const insufficientPrivilege = '42501';
