import { isMatch, patternProblem } from '../../expressions/isMatch.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { letters } from '../fold.ts';
import { expected, saidText } from '../recognised.ts';
import type { Recognised } from '../recognised.ts';

/** Takes what was written, without spaces around it; lengths count letters as people see them, a pattern must match the whole. */
export function recogniseText({ minLength, maxLength, pattern }: Extract<Recogniser, { kind: 'text' }>, message: Incoming): Recognised {
  const text = saidText(message)?.trim();
  if (text === undefined) return expected('a text', message.type);
  if (text === '') return { ok: false, reason: 'The text is empty.' };
  const size = letters(text).length;
  if (minLength !== undefined && size < minLength) return { ok: false, reason: `The text has ${size} letters, fewer than ${minLength}.` };
  if (maxLength !== undefined && size > maxLength) return { ok: false, reason: `The text has ${size} letters, more than ${maxLength}.` };
  if (!pattern) return { ok: true, value: text };
  const whole = `^(?:${pattern})$`;
  const problem = patternProblem(whole);
  if (problem !== undefined) return { ok: false, reason: problem };
  return isMatch(text, whole) ? { ok: true, value: text } : { ok: false, reason: 'The text does not have the form asked for.' };
}
