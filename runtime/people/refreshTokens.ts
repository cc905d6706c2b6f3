import type { Models } from '@parley/db/models/index';
import type { Context } from '../lib/context.ts';
import { hashToken, makeToken } from '../lib/keys.ts';
import { uuid7 } from '../lib/uuid7.ts';

/** How long a sign-in lasts without being used. */
export const refreshDays = 30;

/** A token just rotated away is still taken for this long: two tabs may refresh at once, an answer may be lost. */
const graceMs = 30_000;

type Tokens = Pick<Context, 'clock' | 'models' | 'db'>;
type Transaction = NonNullable<NonNullable<Parameters<Models['Token']['create']>[1]>['transaction']>;

/** Begins a sign-in; `token` goes into the cookie. */
export async function beginFamily(context: Tokens, account: string, transaction?: Transaction): Promise<{ token: string; family: string }> {
  const family = uuid7(context.clock);
  return { token: await addToken(context, { account, family }, transaction), family };
}

async function addToken({ clock, models }: Tokens, of: { account: string; family: string }, transaction?: Transaction): Promise<string> {
  const token = makeToken();
  const now = clock.now();
  const row = { id: uuid7(clock), ...of, kind: 'refresh' as const, hash: hashToken(token), expiresAt: new Date(now.getTime() + refreshDays * 86_400_000), madeAt: now };
  await models.Token.create(row, transaction ? { transaction } : {});
  return token;
}

/**
 * Takes a refresh token and gives the next one. A token used before the grace ended its family: it was copied, so whoever holds
 * any token of that sign-in is signed out. undefined = not a token that can be used.
 */
export async function rotate(context: Tokens, token: string): Promise<{ token: string; account: string; family: string } | undefined> {
  const { clock, db, models } = context;
  return db.transaction(async (transaction) => {
    const known = await models.Token.findOne({ where: { hash: hashToken(token), kind: 'refresh' }, transaction, lock: true });
    const now = clock.now();
    if (!known || known.revokedAt || known.expiresAt <= now) return undefined;
    if (known.usedAt && now.getTime() - known.usedAt.getTime() > graceMs) {
      await models.Token.update({ revokedAt: now }, { where: { family: known.family }, transaction });
      return undefined;
    }
    if (!known.usedAt) await known.update({ usedAt: now }, { transaction });
    const of = { account: known.account, family: known.family };
    return { token: await addToken(context, of, transaction), ...of };
  });
}

/** Ends a sign-in: its refresh tokens and, at once, its access tokens. */
export async function endFamily({ clock, models }: Pick<Context, 'clock' | 'models'>, family: string): Promise<void> {
  await models.Token.update({ revokedAt: clock.now() }, { where: { family, revokedAt: null } });
}

/** The sign-in a refresh token belongs to. */
export async function familyOf({ models }: Pick<Context, 'models'>, token: string): Promise<{ family: string; account: string } | undefined> {
  const known = await models.Token.findOne({ where: { hash: hashToken(token), kind: 'refresh' } });
  return known ? { family: known.family, account: known.account } : undefined;
}
