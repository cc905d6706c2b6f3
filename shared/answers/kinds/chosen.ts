import type { Json } from '../../lib/json.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { ChosenRecogniser } from '../../machine/recogniser.ts';
import { prepareOptions } from '../findOption.ts';
import type { PreparedOptions } from '../findOption.ts';
import { listOptions } from '../listOptions.ts';
import { chooseOne, optionsOf } from './choice.ts';
import { chooseSeveral } from './several.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/** Understands what was chosen of a list's items, or several options at once, with what each is worth. */
export function recogniseChosen(recogniser: ChosenRecogniser, message: Incoming, context: AnswerContext): Recognised {
  const known = knownOptions(recogniser, context);
  if (!known.ok) return known;
  const { several, of: { typed, other } } = recogniser;
  const found = several ? chooseSeveral(message, known.options, { typed, ...several }) : chooseOne(message, known.options, { typed });
  if (found.ok) return { ok: true, value: { outcome: 'chosen', value: Array.isArray(found.value) ? found.value.map((id) => known.worth(String(id))) : known.worth(String(found.value)) } };
  if (!other || !typed || message.type !== 'text' || message.text.trim() === '') return found;
  const said = message.text.trim();
  return { ok: true, value: { outcome: 'other', value: several ? [said] : said } };
}

type Known = { ok: true; options: PreparedOptions; worth: (id: string) => Json } | { ok: false; reason: string };

function knownOptions({ of, listed }: ChosenRecogniser, context: AnswerContext): Known {
  if (!listed) return { ok: true, options: optionsOf(of, context), worth: (id) => id };
  const made = listOptions(listed, context.facts, context.evaluate);
  if (!made.ok) return { ok: false, reason: `The options cannot be made: ${made.error}` };
  const values = new Map(made.options.map(({ id, value }) => [id, value]));
  return { ok: true, options: prepareOptions(made.options.map(({ id, label }) => ({ id, labels: [label], synonyms: [] }))), worth: (id) => values.get(id) ?? id };
}
