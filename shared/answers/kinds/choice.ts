import type { Incoming } from '../../messages/incoming.ts';
import type { ChoiceRecogniser } from '../../machine/recogniser.ts';
import { findOption, prepareOptions } from '../findOption.ts';
import type { PreparedOptions } from '../findOption.ts';
import { expected } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/** A recogniser belongs to one machine and so do its texts: names are folded once per release. */
const prepared = new WeakMap<ChoiceRecogniser, PreparedOptions>();

/** Understands a tap, a number, a label in any language, a synonym or a near miss as one option: its id. With `other`, any other text is the answer. */
export function recogniseChoice(recogniser: ChoiceRecogniser, message: Incoming, context: AnswerContext): Recognised {
  const found = chooseOne(message, optionsOf(recogniser, context), recogniser);
  if (found.ok || message.type !== 'text' || !recogniser.typed || !recogniser.other) return found;
  const text = message.text.trim();
  return text === '' ? found : { ok: true, value: text };
}

/** The one of these options that a message means: its id. */
export function chooseOne(message: Incoming, options: PreparedOptions, { typed }: Pick<ChoiceRecogniser, 'typed'>): Recognised {
  if (message.type === 'choiceReply') return options.ids.includes(message.option) ? { ok: true, value: message.option } : { ok: false, reason: 'The option tapped is not one of these.' };
  if (message.type !== 'text') return expected('one of the options', message.type);
  return typed ? findOption(message.text, options) : { ok: false, reason: 'An option has to be tapped here.' };
}

/** The options of a recogniser with everything they are called. */
export function optionsOf(recogniser: ChoiceRecogniser, { text }: Pick<AnswerContext, 'text'>): PreparedOptions {
  const known = prepared.get(recogniser);
  if (known) return known;
  const options = prepareOptions(recogniser.options.map(({ id, label, synonyms, examples }) => (
    { id, labels: text(label), synonyms: (synonyms ? text(synonyms) : []).flatMap((list) => list.split(',')), examples: (examples ? text(examples) : []).flatMap((lines) => lines.split('\n')) })));
  prepared.set(recogniser, options);
  return options;
}
