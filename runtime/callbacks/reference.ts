import { createHmac } from 'node:crypto';
import type { Keys } from '../lib/keys.ts';
import { sameText } from '../lib/keys.ts';
import type { Env } from '../env.ts';

const shape = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** The reference of a kept address: its id, signed, so that nobody can make one up. */
export function makeReference(keys: Pick<Keys, 'derive'>, id: string): string {
  return `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${signatureOf(keys, id)}`;
}

/** The whole address of a reference, as other systems and people reach this installation. */
export function callbackAddress({ env, keys }: { env: Pick<Env, 'port' | 'publicUrl'>; keys: Pick<Keys, 'derive'> }, id: string): string {
  return `${env.publicUrl ?? `http://localhost:${env.port}`}/callbacks/${makeReference(keys, id)}`;
}

/** The id in a reference of ours; undefined for any other text. */
export function readReference(keys: Pick<Keys, 'derive'>, reference: string): string | undefined {
  const [, packed, signature] = shape.exec(reference) ?? [];
  if (packed === undefined || signature === undefined) return undefined;
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return sameText(makeReference(keys, id), reference) ? id : undefined;
}

function signatureOf(keys: Pick<Keys, 'derive'>, id: string): string {
  return createHmac('sha256', keys.derive('callback')).update(id).digest('base64url');
}
