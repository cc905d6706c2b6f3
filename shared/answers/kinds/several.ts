import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { recogniseChoice } from './choice.ts';
import { saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

type Several = Extract<Recogniser, { kind: 'several' }>;

/** Between answers that people give in one message: commas, lines, and words for “and”. */
const between = /\s*(?:[,;،、\n+&/]|\s(?:and|et|und|y|e|और|و)\s)\s*/iu;

/** Understands one or more options in one message, each by number, label, synonym or near miss: their ids, each once. */
export function recogniseSeveral({ of, min, max }: Several, message: Incoming, context: AnswerContext): Recognised {
  if (message.type === 'choiceReply') {
    const one = recogniseChoice(of, message, context);
    return one.ok ? within([String(one.value)], min, max) : one;
  }
  const said = saidText(message)?.trim();
  if (!said) return { ok: false, reason: `Expected some of the options, got a message of type ${message.type}.` };
  const pieces = said.split(between).filter(Boolean).slice(0, 100).map((text) => recogniseChoice(of, { type: 'text', text }, context));
  const ids = pieces.flatMap((piece) => (piece.ok ? [String(piece.value)] : []));
  if (ids.length > 0 && ids.length === pieces.length) return within([...new Set(ids)], min, max);
  // A label may have such a word in it.
  const whole = recogniseChoice(of, { type: 'text', text: said }, context);
  return whole.ok ? within([String(whole.value)], min, max) : whole;
}

function within(ids: string[], min: number | undefined, max: number | undefined): Recognised {
  if (ids.length < (min ?? 1)) return { ok: false, reason: `There are ${ids.length} answers, fewer than ${min ?? 1}.` };
  if (max !== undefined && ids.length > max) return { ok: false, reason: `There are ${ids.length} answers, more than ${max}.` };
  return { ok: true, value: ids };
}
