import type { Request } from 'express';
import type { Env } from '../env.ts';
import { sameText } from '../lib/keys.ts';
import type { Keys } from '../lib/keys.ts';

/** Who may make the first owner: somebody at this machine, or somebody who has read the code printed at start. */
export interface SetupGate {
  /** Eight letters and digits, shown as XXXX-XXXX; derived from the secret, so that all processes print the same one. */
  code: string;
  needsCode(request: Request): boolean;
  isCode(text: string): boolean;
}

/** No letters or digits that look alike. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Makes the gate of an installation. The code opens nothing once there is an owner. */
export function createSetupGate(env: Pick<Env, 'trustProxy'>, keys: Keys): SetupGate {
  const code = codeOf(keys);
  const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return {
    code,
    needsCode: (request) => !isFromHere(request, env),
    isCode: (text) => sameText(plain(text), plain(code)),
  };
}

function codeOf(keys: Keys): string {
  const marks = [...keys.derive('setupCode').subarray(0, 8)].map((byte) => letters[byte % letters.length]).join('');
  return `${marks.slice(0, 4)}-${marks.slice(4)}`;
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request was made on this machine by its user. A proxy here makes every visitor look local, so any trace of one
 * asks for the code; so does a name that is not local, behind which another site's page could stand (DNS rebinding).
 */
function isFromHere(request: Request, env: Pick<Env, 'trustProxy'>): boolean {
  if (env.trustProxy !== false) return false;
  if (['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => request.get(name) !== undefined)) return false;
  const host = (request.get('host') ?? '').replace(/:\d+$/, '').toLowerCase();
  return loopback.test(request.socket.remoteAddress ?? '') && ownNames.has(host);
}
