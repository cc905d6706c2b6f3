import type { Expression } from '../../expressions/types.ts';
import { showValue } from '../../expressions/showValue.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { readMoment } from '../moment/readMoment.ts';
import { expected, saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/** Understands a day said in words or figures: `YYYY-MM-DD`. A time said beside it is passed over. */
export function recogniseDate(recogniser: Extract<Recogniser, { kind: 'date' }>, message: Incoming, context: AnswerContext): Recognised {
  const said = saidText(message);
  if (said === undefined) return expected('a day', message.type);
  const read = readMoment(said, { facts: context.facts, asked: 'date' });
  if (!read.ok) return read;
  const { date } = read.moment;
  if (date === undefined) return { ok: false, reason: 'It names a time, but no day.' };
  return outside(date, recogniser, context) ?? { ok: true, value: date };
}

/** A refusal for a day before `earliest` or after `latest`; bounds that cannot be evaluated bind nobody. */
export function outside(date: string, { earliest, latest }: { earliest?: Expression; latest?: Expression }, context: AnswerContext): Recognised | undefined {
  const [first, last] = [bound(earliest, context), bound(latest, context)];
  const show = (day: string): string => showValue(day, { kind: 'date' }, { ...context.facts, language: 'en' });
  if (first !== undefined && date < first) return { ok: false, reason: `${show(date)} is before ${show(first)}.` };
  if (last !== undefined && date > last) return { ok: false, reason: `${show(date)} is after ${show(last)}.` };
  return undefined;
}

function bound(expression: Expression | undefined, { evaluate }: AnswerContext): string | undefined {
  const evaluation = expression && evaluate(expression);
  return evaluation?.ok && typeof evaluation.value === 'string' ? evaluation.value : undefined;
}
