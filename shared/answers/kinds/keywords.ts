import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { fold } from '../fold.ts';
import { expected, saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/**
 * Finds the first option one of whose words, in any language, stands in the text as a word or equals a start payload, else the first
 * that takes everybody: its id. Options of another channel do not count.
 */
export function recogniseKeywords({ options }: Extract<Recogniser, { kind: 'keywords' }>, message: Incoming, { text, facts }: AnswerContext): Recognised {
  const here = options.filter(({ channel }) => channel === undefined || channel === facts.channel);
  const said = message.type === 'start' ? message.payload : saidText(message);
  const folded = ` ${fold(said ?? '')} `;
  const found = here.find(({ words }) => words && text(words).some((list) => list.split(',').some((word) => {
    const key = fold(word);
    return key !== '' && folded.includes(` ${key} `);
  }))) ?? here.find(({ words }) => !words);
  if (found) return { ok: true, value: found.id };
  return said === undefined ? expected('a text', message.type) : { ok: false, reason: 'None of the keywords stands in it.' };
}
