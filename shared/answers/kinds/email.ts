import type { Incoming } from '../../messages/incoming.ts';
import { expected, saidText } from '../recognised.ts';
import type { Recognised } from '../recognised.ts';

/** Finds the one e-mail address in a text (RFC 5321 lengths; no quotes, no comments); the domain in small letters. */
export function recogniseEmail(message: Incoming): Recognised {
  const said = saidText(message);
  if (said === undefined) return expected('an e-mail address', message.type);
  const found = new Set(said.split(/[\s<>,;()"[\]]+/).flatMap((word) => addressIn(word)));
  const [address] = found;
  if (address === undefined) return { ok: false, reason: 'No e-mail address was found in it.' };
  return found.size === 1 ? { ok: true, value: address } : { ok: false, reason: 'It has more than one e-mail address.' };
}

function addressIn(word: string): string[] {
  const bare = word.replace(/^mailto:/i, '').replace(/[.!?'’:]+$/, '').replace(/^['‘]+/, '');
  const at = bare.lastIndexOf('@');
  const [local, domain] = [bare.slice(0, at), bare.slice(at + 1).toLowerCase()];
  if (at < 1 || local.length > 64 || domain.length > 253) return [];
  if (!/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)) return [];
  const labels = domain.split('.');
  const fine = labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label)) && /^(\p{L}[\p{L}\p{M}]+|xn--[a-z0-9]+)$/u.test(labels.at(-1) ?? '');
  return fine ? [`${local}@${domain}`] : [];
}
