import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { expected } from '../recognised.ts';
import type { Recognised } from '../recognised.ts';

/** Takes a file of one of the asked types. A picture sent as a document is a picture; one that is larger than asked for is none. */
export function recogniseMedia({ types, mostBytes }: Extract<Recogniser, { kind: 'media' }>, message: Incoming): Recognised {
  if (message.type !== 'image' && message.type !== 'audio' && message.type !== 'video' && message.type !== 'document') return expected('a file', message.type);
  const [family] = message.media.mime.split('/', 1);
  const fits = types.some((type) => type === message.type || (message.type === 'document' && type === family));
  if (!fits) return { ok: false, reason: `Expected ${types.join(' or ')}, got ${message.type}.` };
  if (mostBytes !== undefined && message.media.bytes > mostBytes) return { ok: false, reason: `Expected at most ${mostBytes / 1_000_000} MB, got ${message.media.bytes / 1_000_000} MB.` };
  return { ok: true, value: message.media };
}
