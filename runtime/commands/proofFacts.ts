import { ownOrShared } from '@parley/db/queries/credentials';
import type { Circumstances } from '@parley/shared/issues/subject';
import type { Context } from '../lib/context.ts';

/** What the server knows that a drawing does not say: the proof counts on it. */
export async function proofFacts({ models }: Pick<Context, 'models'>, bot: string): Promise<Circumstances> {
  const rows = await models.Credential.findAll({ attributes: ['id', 'name', 'hosts'], where: ownOrShared(bot) });
  const served = await models.ModelRole.findAll({ attributes: ['role'] });
  return { models: [...new Set(served.map(({ role }) => role))], credentials: rows.map(({ id, name, hosts }) => ({ id, name, hosts })) };
}
