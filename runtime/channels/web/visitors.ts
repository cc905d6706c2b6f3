import { createHmac, randomUUID } from 'node:crypto';
import type { Keys } from '../../lib/keys.ts';
import { sameText } from '../../lib/keys.ts';

/** What the ids of visitors begin with who are authors trying their bot: only a token we signed has one. */
const testPrefix = 'test-';

/** Makes a visitor of a web channel: a random id and a bearer token that proves it. No account, no cookie. `test`: an author who tries it. */
export function makeVisitor(keys: Pick<Keys, 'derive'>, channel: string, { test = false }: { test?: boolean } = {}): { id: string; token: string } {
  const id = `${test ? testPrefix : ''}${randomUUID()}`;
  return { id, token: `1.${id}.${signatureOf(keys, channel, id)}` };
}

/** The visitor a token proves, or undefined when it proves none on this channel. */
export function readVisitor(keys: Pick<Keys, 'derive'>, channel: string, token: unknown): string | undefined {
  if (typeof token !== 'string' || token.length > 200) return undefined;
  const [version, id, signature, ...more] = token.split('.');
  if (version !== '1' || !id || !signature || more.length > 0) return undefined;
  return sameText(signature, signatureOf(keys, channel, id)) ? id : undefined;
}

/** Whether a visitor is an author who tries the bot. */
export const isTestVisitor = (id: string): boolean => id.startsWith(testPrefix);

function signatureOf(keys: Pick<Keys, 'derive'>, channel: string, id: string): string {
  return createHmac('sha256', keys.derive('visitorToken')).update(`${channel}.${id}`).digest('base64url');
}
