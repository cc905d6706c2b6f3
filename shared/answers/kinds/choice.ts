import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { findOption } from '../findOption.ts';
import type { NamedOption } from '../findOption.ts';
import { expected } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/** Understands a tap, a number, a label in any language, a synonym or a near miss as one option: its id. With `other`, any other text is the answer. */
export function recogniseChoice(recogniser: Extract<Recogniser, { kind: 'choice' }>, message: Incoming, context: AnswerContext): Recognised {
  if (message.type === 'choiceReply') {
    const tapped = recogniser.options.find(({ id }) => id === message.option);
    if (tapped) return { ok: true, value: tapped.id };
    return { ok: false, reason: 'The option tapped is not one of these.' };
  }
  if (message.type !== 'text') return expected('one of the options', message.type);
  if (!recogniser.typed) return { ok: false, reason: 'An option has to be tapped here.' };
  const options = recogniser.options.map(({ id, label, synonyms }): NamedOption => (
    { id, labels: context.text(label), synonyms: (synonyms ? context.text(synonyms) : []).flatMap((list) => list.split(',')) }));
  const found = findOption(message.text, options);
  if (found.ok || !recogniser.other) return found;
  const text = message.text.trim();
  return text === '' ? found : { ok: true, value: text };
}
