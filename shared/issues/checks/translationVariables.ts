import type { FlowText } from '../../flow/textsOf.ts';
import { compareHoles, sayHoles } from '../../expressions/holes.ts';
import type { Check } from '../check.ts';
import { mendHoles } from '../fixes/mendHoles.ts';
import type { Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { inWords, translationsOf } from '../translations.ts';
import { listed, quoted } from '../where.ts';

/** A translation that loses or invents a variable of its original. */
export const translationVariables: Check = {
  name: 'translationVariables',
  holds: 'Translations have the variables of their texts',
  counts: 'texts',
  find(subject) {
    return Object.keys(subject.set.flows).flatMap((flow) => subject.texts(flow).filter(({ template }) => template).flatMap((text) => {
      const wrong = differencesOf(subject, flow, text);
      if (wrong.length === 0) return [];
      const fix = asTheOriginal(subject, flow, text, wrong);
      const node = text.nodeId === undefined ? undefined : subject.node(flow, text.nodeId);
      const name = node ? `${text.label} of ${quoted(node.name)}` : text.label;
      return [{ severity: 'warning', flow, ...(text.nodeId !== undefined && { nodeId: text.nodeId }), field: text.path.join('.'), message: `${name} does not say everywhere what the original says. ${wrong.map(({ says }) => says).join(' ')}`, ...(fix && { fix }) }];
    }));
  },
};

/** A translation with other variables than its original, and how they differ in a sentence. */
interface Different {
  language: string;
  translation: string;
  lost: string[];
  says: string;
}

function differencesOf(subject: Subject, flow: string, { key, original }: FlowText): Different[] {
  return translationsOf(subject, flow, key).filter(({ language }) => language !== subject.languages[0]).flatMap(({ language, text }) => {
    if (text.trim() === '' || !text.includes('{{') && !original.includes('{{')) return [];
    const holes = compareHoles(original, text);
    return holes ? [{ language, translation: text, lost: holes.lost, says: `${inWords(language)}: ${sayHoles(holes)}` }] : [];
  });
}

/** Where every translation can be mended without finding words for it. */
function asTheOriginal(subject: Subject, flow: string, { key, original }: FlowText, wrong: readonly Different[]): Fix | undefined {
  const scope = subject.drawing.reader.scope(flow);
  const set = wrong.map(({ language, translation }) => ({ path: ['translations', language, key, 'text'], value: mendHoles(original, translation, scope) }));
  const names = [...new Set(wrong.flatMap(({ lost }) => lost.map((name) => `{{${name}}}`)))];
  return set.every(({ value }) => value !== undefined) ? { label: `Write ${listed(names)} as the original does`, set } : undefined;
}
