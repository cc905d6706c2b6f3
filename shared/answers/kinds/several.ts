import type { Incoming } from '../../messages/incoming.ts';
import type { ChoiceRecogniser, Recogniser } from '../../machine/recogniser.ts';
import type { PreparedOptions } from '../findOption.ts';
import { chooseOne, optionsOf } from './choice.ts';
import { saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

type Several = Extract<Recogniser, { kind: 'several' }>;

/** Between answers that people give in one message: commas, lines, and words for “and”. */
const between = /\s*(?:[,;،、\n+&/]|\s(?:and|et|und|y|e|और|و)\s)\s*/iu;

/** Understands one or more options in one message, each by number, label, synonym or near miss: their ids, each once. */
export function recogniseSeveral({ of, min, max }: Several, message: Incoming, context: AnswerContext): Recognised {
  return chooseSeveral(message, optionsOf(of, context), { typed: of.typed, least: min ?? 1, most: max });
}

/** Those of these options that a message means: their ids, each once. */
export function chooseSeveral(message: Incoming, options: PreparedOptions, { typed, least, most }: Pick<ChoiceRecogniser, 'typed'> & { least: number; most: number | undefined }): Recognised {
  if (message.type === 'choicesReply') {
    const strange = message.options.find((id) => !options.ids.includes(id));
    return strange === undefined ? within([...new Set(message.options)], least, most) : { ok: false, reason: 'Not all of what was taken is an option here.' };
  }
  if (message.type === 'choiceReply') {
    const one = chooseOne(message, options, { typed });
    return one.ok ? within([String(one.value)], least, most) : one;
  }
  const said = saidText(message)?.trim();
  if (!said) return { ok: false, reason: `Expected some of the options, got a message of type ${message.type}.` };
  const pieces = said.split(between).filter(Boolean).slice(0, 100).map((text) => chooseOne({ type: 'text', text }, options, { typed }));
  const ids = pieces.flatMap((piece) => (piece.ok ? [String(piece.value)] : []));
  if (ids.length > 0 && ids.length === pieces.length) return within([...new Set(ids)], least, most);
  // A label may have such a word in it.
  const whole = chooseOne({ type: 'text', text: said }, options, { typed });
  return whole.ok ? within([String(whole.value)], least, most) : whole;
}

function within(ids: string[], least: number, most: number | undefined): Recognised {
  if (ids.length < least) return { ok: false, reason: `There are ${ids.length} answers, fewer than ${least}.` };
  if (most !== undefined && ids.length > most) return { ok: false, reason: `There are ${ids.length} answers, more than ${most}.` };
  return { ok: true, value: ids };
}
