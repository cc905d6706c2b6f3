import pg from 'pg';
import { Sequelize } from 'sequelize';
import type { Transaction } from 'sequelize';
import { GuardedPool, guardSequelize, runTransaction } from './transaction.ts';
import { registerTypes } from './types.ts';

/** One open database, whichever kind stands behind it. */
export interface Database {
  kind: 'embedded' | 'postgres';
  /** For models. */
  sequelize: Sequelize;
  /** For everything that is not a model and not a hot table. */
  pool: pg.Pool;
  /** For the functions over the hot tables; the same pool unless they live elsewhere. */
  lanes: pg.Pool;
  /** Runs `fn` in one transaction, with nothing but SQL inside; any other client asked for inside it throws. */
  transaction<Result>(fn: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Ends every connection; the embedded database is closed and its directory free. */
  close(): Promise<void>;
}

/** A database: a server's by `url`, else the embedded one. */
export interface OpenOptions {
  /** `postgres://...` of a server. */
  url?: string | undefined;
  /** Where the hot tables live, when elsewhere. */
  lanesUrl?: string | undefined;
  /** Connections of each pool (10). */
  connections?: number;
  /** Told of a connection that was lost while nobody used it; the next query opens another. */
  onLost?: (error: Error) => void;
}

/** Opens a database without changing it; `migrate` brings it up to date. Throws when it cannot be reached. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  registerTypes();
  if (options.url === undefined) throw new Error('Expected the url of a database, got none.');
  return openServer(options.url, options);
}

/** Opens a PostgreSQL server's database. */
async function openServer(url: string, { lanesUrl, connections = 10, onLost = () => undefined }: OpenOptions): Promise<Database> {
  const open = (connectionString: string) => new GuardedPool({ connectionString, max: connections }).on('error', onLost);
  const pool = open(url);
  const lanes = lanesUrl === undefined || lanesUrl === url ? pool : open(lanesUrl);
  const sequelize = new Sequelize(url, { dialect: 'postgres', dialectModule: pg, logging: false, pool: { max: connections } });
  const database = assemble({ kind: 'postgres', sequelize, pool, lanes });
  try {
    await Promise.all([...new Set([pool, lanes])].map((each) => each.query('select 1')));
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Puts the parts together; `close` ends them once, however often it is called. */
function assemble({ kind, sequelize, pool, lanes }: Pick<Database, 'kind' | 'sequelize' | 'pool' | 'lanes'>): Database {
  guardSequelize(sequelize);
  let closing: Promise<void> | undefined;
  const end = async () => {
    await Promise.all([sequelize.close(), ...[...new Set([pool, lanes])].map((each) => each.end())]);
  };
  return {
    kind,
    sequelize,
    pool,
    lanes,
    transaction: (fn) => runTransaction(sequelize, fn),
    close: () => (closing ??= end()),
  };
}
