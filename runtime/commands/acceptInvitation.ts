import type { Context } from '../lib/context.ts';
import { hashToken } from '../lib/keys.ts';
import { Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import { hashPassword } from '../people/passwords.ts';

/** Takes up an invitation: sets name and password, uses the token up. Gives the account's id. */
export async function acceptInvitation(context: Pick<Context, 'clock' | 'db' | 'models'>, given: { token: string; name: string; password: string }): Promise<string> {
  const { clock, db, models } = context;
  const where = { hash: hashToken(given.token), kind: 'invite' as const };
  if (!(await models.Token.count({ where }))) throw new Refusal('notFound', 'There is no such invitation.');
  const secret = await hashPassword(given.password);
  return db.transaction(async (transaction) => {
    const token = await models.Token.findOne({ where, lock: true, transaction });
    const now = clock.now();
    if (!token || token.usedAt || token.revokedAt || token.expiresAt <= now) throw new Refusal('gone', 'This invitation is over. Ask for another one.');
    await models.Account.update({ name: given.name }, { where: { id: token.account }, transaction });
    await models.Identity.create({ id: uuid7(clock), account: token.account, kind: 'password', secret, madeAt: now }, { transaction });
    await token.update({ usedAt: now }, { transaction });
    await audit(context, { by: token.account, action: 'account.accept', subject: { kind: 'account', id: token.account } }, { transaction });
    return token.account;
  });
}
