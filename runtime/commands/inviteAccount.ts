import type { Access } from '@parley/shared/api/access';
import type { Context } from '../lib/context.ts';
import { hashToken, makeToken } from '../lib/keys.ts';
import { Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import type { InTransaction } from '../people/audit.ts';
import { requireMayGive } from '../people/mayGive.ts';

/** How long an invitation holds. */
const inviteDays = 7;

type People = Pick<Context, 'clock' | 'db' | 'models'>;

/** An invitation as it is told once. */
export interface Invitation {
  account: string;
  token: string;
  expiresAt: Date;
}

/** Makes an account that its person takes up with the token. The address must be free. */
export async function inviteAccount(context: People, by: { id: string; access: Access }, who: { email: string; name: string; access: Access }): Promise<Invitation> {
  const { clock, db, models } = context;
  requireMayGive(by.access, who.access);
  const id = uuid7(clock);
  return db.transaction(async (transaction) => {
    if (await models.Account.count({ where: { email: who.email }, transaction })) {
      throw new Refusal('conflict', 'Somebody with this address has an account.', { fields: [{ path: 'email', message: 'Somebody with this address has an account.' }] });
    }
    await models.Account.create({ id, ...who, madeAt: clock.now() }, { transaction });
    await audit(context, { by: by.id, action: 'account.invite', subject: { kind: 'account', id }, details: { access: who.access } }, { transaction });
    return addInvitation(context, id, { transaction });
  });
}

/** Gives a new invitation to an account that has not been taken up; earlier ones end. */
export async function inviteAgain(context: People, by: { id: string; access: Access }, account: string): Promise<Invitation> {
  const { clock, db, models } = context;
  return db.transaction(async (transaction) => {
    const known = await models.Account.findByPk(account, { transaction, lock: true });
    if (!known) throw new Refusal('notFound', 'There is no such account.');
    requireMayGive(by.access, known.access);
    if (await models.Identity.count({ where: { account }, transaction })) throw new Refusal('conflict', 'This account has been taken up already.');
    await models.Token.update({ revokedAt: clock.now() }, { where: { account, kind: 'invite', revokedAt: null }, transaction });
    await audit(context, { by: by.id, action: 'account.invite', subject: { kind: 'account', id: account }, details: { again: true } }, { transaction });
    return addInvitation(context, account, { transaction });
  });
}

async function addInvitation({ clock, models }: People, account: string, options: InTransaction): Promise<Invitation> {
  const token = makeToken();
  const id = uuid7(clock);
  const expiresAt = new Date(clock.now().getTime() + inviteDays * 86_400_000);
  await models.Token.create({ id, account, kind: 'invite', family: id, hash: hashToken(token), expiresAt, madeAt: clock.now() }, options);
  return { account, token, expiresAt };
}
