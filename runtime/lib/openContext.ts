import { openDatabase } from '@parley/db/client';
import type { Begun } from '@parley/db/embedded/open';
import { endLeases } from '@parley/db/laneSweeps';
import { migrate } from '@parley/db/migrate';
import { defineModels } from '@parley/db/models/index';
import { nodeTypes } from '@parley/shared/nodes/index';
import { randomBytes, randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { databaseFolder, EnvError, mediaFolder } from '../env.ts';
import type { Env } from '../env.ts';
import { createSandbox } from '../sandbox/createSandbox.ts';
import { checkKeyId } from './checkKeyId.ts';
import { systemClock } from './clock.ts';
import type { Context } from './context.ts';
import { createKeys } from './keys.ts';
import { createLog } from './log.ts';
import { createDiskStore } from './media/diskStore.ts';
import { createPublicFetch } from './publicFetch.ts';
import { loadSecret } from './secret.ts';

/** A context that can be given back. */
export interface OpenContext extends Context {
  close(): Promise<void>;
}

/** Opens all that the parts of a process share: database up to date, secret checked, sandbox ready. Throws an `EnvError` when a setting is at fault. */
export async function openContext(env: Env, begun?: Begun): Promise<OpenContext> {
  const log = createLog(env.logLevel);
  const keys = createKeys(loadSecret(env));
  const db = await openDatabase({
    url: env.databaseUrl, lanesUrl: env.lanesUrl, directory: env.databaseUrl === undefined ? databaseFolder(env) : undefined, begun,
    onLost: (err) => log.warn({ err }, 'a database connection was lost'),
  }).catch((error: unknown) => {
    log.debug({ err: error }, 'the database could not be opened');
    throw new EnvError(cannotOpen(error, env));
  });
  try {
    await migrate(db);
    if (db.kind === 'embedded') await endLeases(db.lanes);
    const sandbox = createSandbox();
    const context: Context = {
      processId: randomUUID(), env, db, log, keys, sandbox, nodeTypes, models: defineModels(db.sequelize), clock: systemClock, random: cryptoRandom, metrics: new Registry(),
      media: createDiskStore(mediaFolder(env)),
      publicFetch: createPublicFetch({ privateHosts: env.privateHosts }),
    };
    await checkKeyId(context);
    return {
      ...context,
      close: async () => {
        await sandbox.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** One line about a database that cannot be opened; its address may hold a password and is not repeated. */
function cannotOpen(error: unknown, { databaseUrl, lanesUrl, dataDir }: Pick<Env, 'databaseUrl' | 'lanesUrl' | 'dataDir'>): string {
  const reasons = error instanceof AggregateError ? error.errors : [error];
  const reason = reasons.map((each: unknown) => (each instanceof Error ? each.message : String(each))).join('; ');
  if (databaseUrl !== undefined) return `The database cannot be reached: ${reason.replace(/\.$/, '')}. Check DATABASE_URL${lanesUrl === undefined ? '' : ' and LANES_URL'}.`;
  return reason.includes('DATA_DIR') ? reason : `The embedded database in DATA_DIR (${dataDir}) cannot be opened: ${reason}`;
}

/** Uniform in [0, 1) from the machine's own entropy: ids in documents cannot be guessed from one another. */
function cryptoRandom(): number {
  return randomBytes(4).readUInt32BE(0) / 4_294_967_296;
}
