import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { fold } from '../fold.ts';
import { expected, saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/** Finds the first option one of whose words, in any language, stands in the text as a word or equals a start payload: its id. */
export function recogniseKeywords({ options }: Extract<Recogniser, { kind: 'keywords' }>, message: Incoming, { text }: AnswerContext): Recognised {
  const said = message.type === 'start' ? message.payload : saidText(message);
  if (said === undefined) return expected('a text', message.type);
  const folded = ` ${fold(said)} `;
  const found = options.find(({ words }) => text(words).some((list) => list.split(',').some((word) => {
    const key = fold(word);
    return key !== '' && folded.includes(` ${key} `);
  })));
  return found ? { ok: true, value: found.id } : { ok: false, reason: 'None of the keywords stands in it.' };
}
