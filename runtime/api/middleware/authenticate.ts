import type { Request } from 'express';
import type { Context } from '../../lib/context.ts';
import { readAccessToken } from '../../people/accessTokens.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Caller } from '../route.ts';

/** Who asks, by the bearer token; refuses when there is none, it is over, its sign-in ended or the account is suspended. */
export async function authenticate(context: Context, request: Pick<Request, 'get'>): Promise<Caller> {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refusal('signedOut', 'Sign in first.');
  return callerOf(context, token);
}

/** The account behind an access token. */
export async function callerOf(context: Context, token: string): Promise<Caller> {
  const claims = await readAccessToken(context, token);
  if (!claims) throw new Refusal('signedOut', 'The sign-in is over. Sign in again.');
  const [account, alive] = await Promise.all([
    context.models.Account.findByPk(claims.account),
    context.models.Token.count({ where: { family: claims.family, account: claims.account, revokedAt: null } }),
  ]);
  if (!account || account.suspended || alive === 0) throw new Refusal('signedOut', 'The sign-in is over. Sign in again.');
  return { id: account.id, name: account.name, email: account.email, access: account.access, family: claims.family };
}
