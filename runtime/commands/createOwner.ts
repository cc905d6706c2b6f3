import type { Context } from '../lib/context.ts';
import { Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import { hashPassword } from '../people/passwords.ts';

/** The first account. `email` in lower case. */
export interface FirstOwner {
  name: string;
  email: string;
  password: string;
}

/** Makes the first owner; refused when there is one, also when two ask at the same moment. Gives the account's id. */
export async function createOwner(context: Pick<Context, 'clock' | 'db' | 'models'>, { name, email, password }: FirstOwner): Promise<string> {
  const { clock, db, models } = context;
  const secret = await hashPassword(password);
  const id = uuid7(clock);
  await db.transaction(async (transaction) => {
    // The one row of the installation is the lock under which the first owner is made.
    await models.Installation.findOne({ where: { one: true }, lock: true, transaction });
    if (await models.Account.count({ where: { access: 'owner' }, transaction })) throw new Refusal('conflict', 'There is an owner already. Sign in instead.');
    await models.Account.create({ id, email, name, access: 'owner', madeAt: clock.now() }, { transaction });
    await models.Identity.create({ id: uuid7(clock), account: id, kind: 'password', secret, madeAt: clock.now() }, { transaction });
    await audit(context, { by: id, action: 'account.setup', subject: { kind: 'account', id } }, { transaction });
  });
  return id;
}

/** The first owner where there is none yet: of processes that start together one makes the account, the others find it. */
export async function ensureOwner(context: Pick<Context, 'clock' | 'db' | 'models'>, owner: FirstOwner): Promise<void> {
  if (!(await needsOwner(context))) return;
  try {
    await createOwner(context, owner);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'conflict')) throw error;
  }
}

/** Whether nobody has set this installation up yet. */
export async function needsOwner({ models }: Pick<Context, 'models'>): Promise<boolean> {
  return (await models.Account.count({ where: { access: 'owner' } })) === 0;
}
