import type { Request, Response } from 'express';
import type { Env } from '../env.ts';
import { Refusal } from '../lib/refusal.ts';
import { refreshDays } from './refreshTokens.ts';

const name = 'parley_refresh';
const path = '/api/v1/auth';

/** Gives the browser its refresh token: unreadable for scripts, sent only to the sign-in addresses and only from our own pages. */
export function setRefreshCookie(call: { request: Request; response: Response }, env: Pick<Env, 'publicUrl'>, token: string): void {
  call.response.cookie(name, token, { httpOnly: true, sameSite: 'strict', secure: isSecure(call.request, env), path, maxAge: refreshDays * 86_400_000 });
}

/** Takes it away. */
export function clearRefreshCookie(call: { request: Request; response: Response }, env: Pick<Env, 'publicUrl'>): void {
  call.response.clearCookie(name, { httpOnly: true, sameSite: 'strict', secure: isSecure(call.request, env), path });
}

/** The refresh token a request carries; refuses a request that another site's page made. */
export function readRefreshCookie(request: Request, env: Pick<Env, 'publicUrl'>): string | undefined {
  if (!isOwnOrigin(request, env)) throw new Refusal('forbidden', 'This request came from another site.');
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

function isSecure(request: Request, env: Pick<Env, 'publicUrl'>): boolean {
  return request.secure || env.publicUrl?.startsWith('https:') === true;
}

/** Browsers say with every POST where it comes from; a program that says nothing has no other site's page behind it. */
function isOwnOrigin(request: Request, env: Pick<Env, 'publicUrl'>): boolean {
  const origin = request.get('origin');
  if (origin === undefined) return ['same-origin', 'none', undefined].includes(request.get('sec-fetch-site'));
  if (env.publicUrl !== undefined && origin === new URL(env.publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}
