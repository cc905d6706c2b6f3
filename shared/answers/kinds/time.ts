import { readTime } from '../../expressions/calendar.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { readMoment } from '../moment/readMoment.ts';
import { expected, saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/** Understands a time of day: `HH:MM`. The bounds also decide between morning and afternoon where people leave it open. */
export function recogniseTime(recogniser: Extract<Recogniser, { kind: 'time' }>, message: Incoming, { facts }: AnswerContext): Recognised {
  const said = saidText(message);
  if (said === undefined) return expected('a time', message.type);
  const { earliest, latest } = recogniser;
  const read = readMoment(said, { facts, asked: 'time', usual: usualHours(earliest, latest) });
  if (!read.ok) return read;
  const { time } = read.moment;
  if (time === undefined) return { ok: false, reason: 'It names a day, but no time.' };
  if (earliest && readTime(earliest) !== undefined && time < earliest) return { ok: false, reason: `${time} is before ${earliest}.` };
  if (latest && readTime(latest) !== undefined && time > latest) return { ok: false, reason: `${time} is after ${latest}.` };
  return { ok: true, value: time };
}

/** Two times as minutes since midnight; undefined when neither is set. */
export function usualHours(from: string | undefined, to: string | undefined): { from: number; to: number } | undefined {
  const [start, end] = [from === undefined ? undefined : readTime(from), to === undefined ? undefined : readTime(to)];
  return start === undefined && end === undefined ? undefined : { from: start ?? 0, to: end ?? 1_439 };
}
