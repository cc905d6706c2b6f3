import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { readMoment } from '../moment/readMoment.ts';
import { expected, saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';
import { outside } from './date.ts';
import { usualHours } from './time.ts';

/** Understands a day with or without a time of day: `{date, time, hasTime}`, time `00:00` when none was said. */
export function recogniseWhen(recogniser: Extract<Recogniser, { kind: 'when' }>, message: Incoming, context: AnswerContext): Recognised {
  const said = saidText(message);
  if (said === undefined) return expected('a day and a time', message.type);
  const read = readMoment(said, { facts: context.facts, asked: 'when', usual: usualHours(recogniser.usualFrom, recogniser.usualTo) });
  if (!read.ok) return read;
  const { date, time } = read.moment;
  if (date === undefined) return { ok: false, reason: 'It names no day.' };
  return outside(date, recogniser, context) ?? { ok: true, value: { date, time: time ?? '00:00', hasTime: time !== undefined } };
}
