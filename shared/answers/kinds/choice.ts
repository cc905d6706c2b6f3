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
  if (message.type === 'choiceReply') {
    const tapped = recogniser.options.find(({ id }) => id === message.option);
    if (tapped) return { ok: true, value: tapped.id };
    return { ok: false, reason: 'The option tapped is not one of these.' };
  }
  if (message.type !== 'text') return expected('one of the options', message.type);
  if (!recogniser.typed) return { ok: false, reason: 'An option has to be tapped here.' };
  const found = findOption(message.text, optionsOf(recogniser, context));
  if (found.ok || !recogniser.other) return found;
  const text = message.text.trim();
  return text === '' ? found : { ok: true, value: text };
}

function optionsOf(recogniser: ChoiceRecogniser, { text }: AnswerContext): PreparedOptions {
  const known = prepared.get(recogniser);
  if (known) return known;
  const options = prepareOptions(recogniser.options.map(({ id, label, synonyms, examples }) => (
    { id, labels: text(label), synonyms: (synonyms ? text(synonyms) : []).flatMap((list) => list.split(',')), examples: (examples ? text(examples) : []).flatMap((lines) => lines.split('\n')) })));
  prepared.set(recogniser, options);
  return options;
}
