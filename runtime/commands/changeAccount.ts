import type { Access } from '@parley/shared/api/access';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';
import { requireMayGive } from '../people/mayGive.ts';

/** What can be changed of somebody else's account. */
export interface AccountChange {
  access?: Access | undefined;
  suspended?: boolean | undefined;
  name?: string | undefined;
}

/** Changes an account. The last owner that can sign in stays one; suspending ends every sign-in at once. */
export async function changeAccount(context: Pick<Context, 'clock' | 'db' | 'models'>, by: { id: string; access: Access }, id: string, change: AccountChange): Promise<void> {
  const { clock, db, models } = context;
  await db.transaction(async (transaction) => {
    // All owners are locked, or two could demote each other at the same moment.
    const owners = await models.Account.findAll({ where: { access: 'owner', suspended: false }, lock: true, transaction, order: ['id'] });
    const account = await models.Account.findByPk(id, { transaction, lock: true });
    if (!account) throw notFound('account');
    requireMayGive(by.access, account.access);
    if (change.access) requireMayGive(by.access, change.access);
    const stays = (change.access ?? account.access) === 'owner' && !(change.suspended ?? account.suspended);
    if (account.access === 'owner' && !stays && owners.every((owner) => owner.id === id)) throw new Refusal('conflict', 'This is the last owner. Make somebody else an owner first.');
    await account.update({ access: change.access ?? account.access, suspended: change.suspended ?? account.suspended, name: change.name ?? account.name }, { transaction });
    if (change.suspended) await models.Token.update({ revokedAt: clock.now() }, { where: { account: id, revokedAt: null }, transaction });
    const details = { ...(change.access ? { access: change.access } : {}), ...(change.suspended === undefined ? {} : { suspended: change.suspended }) };
    await audit(context, { by: by.id, action: 'account.change', subject: { kind: 'account', id }, details }, { transaction });
  });
}
