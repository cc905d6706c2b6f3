import { EnvError } from '../env.ts';
import type { Context } from './context.ts';

/** Holds this process's secret against the one the database belongs to; the first process ever writes it down. */
export async function checkKeyId({ clock, env, keys, models }: Pick<Context, 'clock' | 'env' | 'keys' | 'models'>): Promise<void> {
  await models.Installation.bulkCreate([{ one: true, keyId: keys.id, madeAt: clock.now() }], { ignoreDuplicates: true });
  const kept = await models.Installation.findOne({ where: { one: true } });
  if (!kept || kept.keyId === keys.id) return;
  const source = env.secret === undefined ? `${env.dataDir}/secret` : 'PARLEY_SECRET';
  throw new EnvError(`${source} is not the secret this database was set up with (key ${kept.keyId}, this is ${keys.id}). Use the same one on every process.`);
}
