import type { FlowText } from '../../flow/textsOf.ts';
import { compareHoles, sayHoles } from '../../expressions/holes.ts';
import type { Check } from '../check.ts';
import type { Subject } from '../subject.ts';
import { inWords } from '../translations.ts';
import { quoted } from '../where.ts';

/** A translation that loses or invents a variable of its original. */
export const translationVariables: Check = {
  name: 'translationVariables',
  holds: 'Translations have the variables of their texts',
  counts: 'texts',
  find(subject) {
    return Object.keys(subject.set.flows).flatMap((flow) => subject.texts(flow).filter(({ template }) => template).flatMap((text) => {
      const wrong = differencesOf(subject, flow, text);
      if (wrong.length === 0) return [];
      const node = text.nodeId === undefined ? undefined : subject.node(flow, text.nodeId);
      const name = node ? `${text.label} of ${quoted(node.name)}` : text.label;
      return [{ severity: 'warning', flow, ...(text.nodeId !== undefined && { nodeId: text.nodeId }), field: text.path.join('.'), message: `${name} does not say everywhere what the original says. ${wrong.join(' ')}` }];
    }));
  },
};

/** A sentence for each language in which the variables differ. */
function differencesOf({ set, languages }: Subject, flow: string, { key, original }: FlowText): string[] {
  const translations = set.flows[flow]?.translations ?? {};
  return languages.slice(1).flatMap((language) => {
    const made = Object.hasOwn(translations, language) ? translations[language] ?? {} : {};
    const translation = Object.hasOwn(made, key) ? made[key]?.text ?? '' : '';
    if (translation.trim() === '' || !translation.includes('{{') && !original.includes('{{')) return [];
    const holes = compareHoles(original, translation);
    return holes ? [`${inWords(language)}: ${sayHoles(holes)}`] : [];
  });
}
