import type { Account, Invited } from '@parley/shared/api/accounts';
import type { Account as AccountRow } from '@parley/db/models/account';
import type { Invitation } from '../../commands/inviteAccount.ts';
import type { App } from '../app.ts';

/** Accounts as others see them. */
export async function presentAccounts({ models }: Pick<App, 'models'>, rows: readonly AccountRow[]): Promise<Account[]> {
  const identities = await models.Identity.findAll({ attributes: ['account'], where: { account: rows.map((row) => row.id) } });
  const taken = new Set(identities.map((identity) => identity.account));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    access: row.access,
    state: row.suspended ? 'suspended' : taken.has(row.id) ? 'active' : 'invited',
    madeAt: row.madeAt.toISOString(),
  }));
}

/** An invitation as it is shown once. */
export function presentInvited({ env }: Pick<App, 'env'>, account: Account, { token, expiresAt }: Invitation): Invited {
  return { account, token, url: `${env.publicUrl ?? `http://localhost:${env.port}`}/invitation#${token}`, expiresAt: expiresAt.toISOString() };
}
