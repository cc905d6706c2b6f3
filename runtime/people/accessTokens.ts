import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Context } from '../lib/context.ts';

/** How long an access token holds, in seconds. It lives in the page's memory only. */
export const accessTokenSeconds = 600;

const claimsSchema = z.object({ sub: z.uuid(), fam: z.uuid() });

/** A signed token that says which account asks and by which sign-in. */
export async function makeAccessToken({ clock, keys }: Pick<Context, 'clock' | 'keys'>, who: { account: string; family: string }): Promise<string> {
  const now = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT({ fam: who.family })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(who.account)
    .setIssuedAt(now)
    .setExpirationTime(now + accessTokenSeconds)
    .sign(keys.derive('accessToken'));
}

/** Who a token speaks for; undefined when it is not ours, changed or over. */
export async function readAccessToken({ clock, keys }: Pick<Context, 'clock' | 'keys'>, token: string): Promise<{ account: string; family: string } | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys.derive('accessToken'), { algorithms: ['HS256'], currentDate: clock.now() });
    const claims = claimsSchema.safeParse(payload);
    return claims.success ? { account: claims.data.sub, family: claims.data.fam } : undefined;
  } catch {
    return undefined;
  }
}
