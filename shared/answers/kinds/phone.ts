import type { Incoming } from '../../messages/incoming.ts';
import { plainForm } from '../fold.ts';
import { expected, saidText } from '../recognised.ts';
import type { Recognised } from '../recognised.ts';

/** Finds the one phone number in a text or a shared contact: digits, with `+` when it was written internationally (E.164: at most 15). */
export function recognisePhone(message: Incoming): Recognised {
  const said = message.type === 'contact' ? message.phones[0] : saidText(message);
  if (said === undefined) return expected('a phone number', message.type);
  const found = plainForm(said).match(/(?:\+|\b00)?[\d(][\d\s().\-/]{4,30}\d/g) ?? [];
  const numbers = new Set(found.flatMap(numberIn));
  const [number] = numbers;
  if (number === undefined) return { ok: false, reason: 'No phone number of 6 to 15 digits was found in it.' };
  return numbers.size === 1 ? { ok: true, value: number } : { ok: false, reason: 'It has more than one phone number.' };
}

function numberIn(written: string): string[] {
  // "+44 (0)20 …": the zero in brackets is not dialled from abroad.
  const international = /^(\+|00)/.test(written.trim());
  const digits = (international ? written.replace(/\(0\)/, '').replace(/^\s*00/, '') : written).replace(/\D/g, '');
  return digits.length >= 6 && digits.length <= 15 ? [`${international ? '+' : ''}${digits}`] : [];
}
