import { newestPlugins } from '@parley/db/queries/plugins';
import { ownOrShared } from '@parley/db/queries/credentials';
import type { Circumstances } from '@parley/shared/issues/subject';
import type { Context } from '../lib/context.ts';

/** What the server knows that a drawing does not say: the proof counts on it. */
export async function proofFacts({ db, models }: Pick<Context, 'db' | 'models'>, bot: string): Promise<Circumstances> {
  const rows = await models.Credential.findAll({ attributes: ['id', 'name', 'hosts'], where: ownOrShared(bot) });
  const served = await models.ModelRole.findAll({ attributes: ['role'] });
  const plugins = await newestPlugins(db.pool);
  return { plugins: plugins.map(({ definition }) => definition), models: [...new Set(served.map(({ role }) => role))], credentials: rows.map(({ id, name, hosts }) => ({ id, name, hosts })) };
}
