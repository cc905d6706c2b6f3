import type { Context } from '../lib/context.ts';
import { Refusal } from '../lib/refusal.ts';
import type { InTransaction } from '../people/audit.ts';

/** Refuses a name that another credential of the same bot, or another shared one, has. The database's index has the last word. */
export async function refuseTakenName({ models }: Pick<Context, 'models'>, { bot, name, id }: { bot: string | null; name: string; id?: string }, transaction: InTransaction['transaction']): Promise<void> {
  // One after the other: two at once would both find the name free. The installation's row is the lock.
  await models.Installation.findOne({ where: { one: true }, lock: true, transaction: transaction ?? null });
  const taken = await models.Credential.findOne({ attributes: ['id'], where: { bot, name }, transaction: transaction ?? null });
  if (taken && taken.id !== id) throw new Refusal('conflict', 'There is a credential of that name already.', { fields: [{ path: 'name', message: 'This name is taken' }] });
}
