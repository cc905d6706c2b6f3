import { createHmac } from 'node:crypto';
import type { Env } from '../../env.ts';
import type { Keys } from '../keys.ts';
import { sameText } from '../keys.ts';

/** How long a link that a page shows can be used. It is the same for an hour, so that browsers keep what they have. */
export const pageLinkMs = 24 * 60 * 60 * 1000;
/** How long a link that another system is given can be used: it may fetch what it was told about some days later. */
export const systemLinkMs = 7 * pageLinkMs;

const hourMs = 60 * 60 * 1000;

/** The path of a file for whoever holds it, until it expires. It says nothing but the file's id. */
export function mediaPath(keys: Pick<Keys, 'derive'>, { id, now, ms }: { id: string; now: Date; ms: number }): string {
  const expires = Math.ceil((now.getTime() + ms) / hourMs) * (hourMs / 1000);
  return `/media/${encodeURIComponent(id)}?expires=${expires}&signature=${signatureOf(keys, id, String(expires))}`;
}

/** The same as a whole address, for other systems. */
export function mediaUrl({ env, keys }: { env: Pick<Env, 'port' | 'publicUrl'>; keys: Pick<Keys, 'derive'> }, which: { id: string; now: Date }): string {
  return `${env.publicUrl ?? `http://localhost:${env.port}`}${mediaPath(keys, { ...which, ms: systemLinkMs })}`;
}

/** Whether a link is one of ours and can still be used. */
export function readMediaLink(keys: Pick<Keys, 'derive'>, { id, expires, signature, now }: { id: string; expires: unknown; signature: unknown; now: Date }): 'good' | 'forged' | 'expired' {
  if (typeof expires !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(expires)) return 'forged';
  if (!sameText(signature, signatureOf(keys, id, expires))) return 'forged';
  return Number(expires) * 1000 > now.getTime() ? 'good' : 'expired';
}

function signatureOf(keys: Pick<Keys, 'derive'>, id: string, expires: string): string {
  return createHmac('sha256', keys.derive('mediaLink')).update(`${id}.${expires}`).digest('base64url');
}
