import type { Context } from '../lib/context.ts';
import { Refusal } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';
import { hashPassword, isPassword } from '../people/passwords.ts';

/** What an account changes about itself. */
export interface MyChange {
  name?: string | undefined;
  password?: string | undefined;
  currentPassword?: string | undefined;
}

/** Changes one's own name or password; a new password needs the current one and ends all other sign-ins. */
export async function changeMe(context: Pick<Context, 'clock' | 'db' | 'models'>, me: { id: string; family: string }, change: MyChange): Promise<void> {
  const { clock, db, models } = context;
  const secret = change.password === undefined ? undefined : await newSecret(context, me.id, change);
  await db.transaction(async (transaction) => {
    if (change.name !== undefined) await models.Account.update({ name: change.name }, { where: { id: me.id }, transaction });
    if (secret === undefined) return;
    await models.Identity.update({ secret }, { where: { account: me.id, kind: 'password' }, transaction });
    const others = await models.Token.findAll({ where: { account: me.id, kind: 'refresh', revokedAt: null }, transaction });
    const ids = others.filter((token) => token.family !== me.family).map((token) => token.id);
    await models.Token.update({ revokedAt: clock.now() }, { where: { id: ids }, transaction });
    await audit(context, { by: me.id, action: 'account.password', subject: { kind: 'account', id: me.id } }, { transaction });
  });
}

async function newSecret({ models }: Pick<Context, 'models'>, account: string, { password = '', currentPassword = '' }: MyChange): Promise<string> {
  const identity = await models.Identity.findOne({ where: { account, kind: 'password' } });
  if (await isPassword(currentPassword, identity?.secret)) return hashPassword(password);
  throw new Refusal('invalid', 'The current password is another one.', { fields: [{ path: 'currentPassword', message: 'This is not the current password.' }] });
}
