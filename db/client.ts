import path from 'node:path';
import pg from 'pg';
import { Sequelize } from 'sequelize';
import type { Database } from './database.ts';
import { cachedImage, imageName } from './embedded/image.ts';
import { hasData, openEmbedded } from './embedded/open.ts';
import type { Begun, Embedded, EmbeddedOptions } from './embedded/open.ts';
import { createPipe } from './pipe.ts';
import type { Pipe } from './pipe.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { GuardedPool, guardSequelize, runTransaction } from './transaction.ts';
import { registerTypes } from './types.ts';

export type { Database } from './database.ts';

/** A database: a server's by `url`, else the embedded one in `directory`, else in this process's memory. */
export interface OpenOptions {
  /** `postgres://...` of a server. */
  url?: string | undefined;
  /** Where the hot tables live, when elsewhere. */
  lanesUrl?: string | undefined;
  /** Where the embedded database keeps its data (`DATA_DIR`); held by this process alone. */
  directory?: string | undefined;
  /** The embedded database of that directory, where the program has begun to open it already. */
  begun?: Begun | undefined;
  /** Where images of migrated embedded databases are kept; by default `cache` in the directory. */
  cache?: string | undefined;
  /** How long one client of the embedded database may keep the others waiting. */
  limits?: EmbeddedOptions['limits'];
  /** Connections of each pool (10). */
  connections?: number;
  /** Told of connections lost while nobody used them and of restarts of the embedded database; the next query opens another. */
  onLost?: (error: Error) => void;
}

/** Opens a database; `migrate` brings it up to date (a new embedded one comes migrated). Throws when it cannot be reached or is held by another process. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  registerTypes();
  if (options.url !== undefined) return openServer(options.url, options);
  const { directory, begun, cache = directory && path.join(directory, 'cache'), limits, onLost } = options;
  if (begun) {
    begun.onLost = onLost ?? (() => undefined);
    return overEmbedded(await begun.opened, options);
  }
  const isNew = directory === undefined || !hasData(directory);
  const image = isNew && cache ? await cachedImage(cache, imageName(migrations), buildImage) : undefined;
  return overEmbedded(await openEmbedded({ directory, image, limits, onLost }), options);
}

/** An image of a database with all migrations and nothing else. */
async function buildImage(): Promise<Buffer> {
  const embedded = await openEmbedded({});
  const database = overEmbedded(embedded, {});
  try {
    await migrate(database);
    return await embedded.dump();
  } finally {
    // Nothing in it is kept, and nobody waits for its end.
    database.close().catch(() => undefined);
  }
}

/** The ordinary clients, each connection a stream of the embedded database. */
function overEmbedded(embedded: Embedded, { connections = 10, onLost = () => undefined }: OpenOptions): Database {
  const stream = () => embedded.stream();
  const config = { stream, user: 'postgres', database: 'postgres' };
  const pool = openPool({ ...config, max: connections }, onLost);
  const pipe = createPipe({ config, most: connections, onLost });
  const sequelize = new Sequelize({ dialect: 'postgres', dialectModule: pg, logging: false, username: 'postgres', database: 'postgres', dialectOptions: { stream }, pool: { max: connections } });
  return assemble({ kind: 'embedded', sequelize, pool, lanes: pool, pipe, lanePipe: pipe }, () => embedded.close());
}

/** A pool whose lost connections are news, never a crash: `pg` emits an error on the client when nobody is waiting for an answer. */
function openPool(config: pg.PoolConfig, onLost: (error: Error) => void): pg.Pool {
  return new GuardedPool(config).on('connect', (client) => client.on('error', onLost)).on('error', () => undefined);
}

/** Opens a PostgreSQL server's database. */
async function openServer(url: string, { lanesUrl, connections = 10, onLost = () => undefined }: OpenOptions): Promise<Database> {
  const open = (connectionString: string) => ({
    pool: openPool({ connectionString, max: connections }, onLost),
    pipe: createPipe({ config: { connectionString }, most: connections, onLost }),
  });
  const main = open(url);
  const elsewhere = lanesUrl === undefined || lanesUrl === url ? main : open(lanesUrl);
  const sequelize = new Sequelize(url, { dialect: 'postgres', dialectModule: pg, logging: false, pool: { max: connections } });
  const database = assemble({ kind: 'postgres', sequelize, ...main, lanes: elsewhere.pool, lanePipe: elsewhere.pipe });
  try {
    await Promise.all([...new Set([main.pool, elsewhere.pool])].map((each) => each.query('select 1')));
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Puts the parts together; `close` ends them once, however often it is called. */
function assemble({ kind, sequelize, pool, lanes, pipe, lanePipe }: Pick<Database, 'kind' | 'sequelize' | 'pool' | 'lanes'> & { pipe: Pipe; lanePipe: Pipe }, after = async () => {}): Database {
  guardSequelize(sequelize);
  let closing: Promise<void> | undefined;
  const end = async () => {
    await Promise.all([sequelize.close(), ...[...new Set([pool, lanes, pipe, lanePipe])].map((each) => each.end())]);
    await after();
  };
  return {
    kind,
    sequelize,
    pool,
    lanes,
    pipe,
    lanePipe,
    transaction: (fn) => runTransaction(sequelize, fn),
    close: () => (closing ??= end()),
  };
}
