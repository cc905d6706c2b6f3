import { translatableTexts } from '../../flow/translatableTexts.ts';
import type { Check } from '../check.ts';
import { inWords } from '../translations.ts';
import { listed } from '../where.ts';

/** As many as a person may have read through; more are accepted in their table, where they are seen. */
const mostAccepted = 200;

/** Translations a machine made and nobody has accepted: people read them all the same, so it is said how many. */
export const translationUnaccepted: Check = {
  name: 'translationUnaccepted',
  holds: 'A person accepted every machine translation',
  counts: 'texts',
  find({ set, nodeTypes, languages }) {
    return Object.entries(set.flows).flatMap(([flow, document]) => {
      const texts = translatableTexts(document, nodeTypes, languages);
      const accepting: { path: string[]; value: boolean }[] = [];
      const open = languages.slice(1).flatMap((language) => {
        const made = Object.hasOwn(document.translations, language) ? document.translations[language] ?? {} : {};
        const unaccepted = texts.filter(({ key, languages: states }) => {
          const translation = Object.hasOwn(made, key) ? made[key] : undefined;
          return (states[language] ?? 'missing') !== 'missing' && translation?.by === 'machine' && !translation.accepted;
        });
        accepting.push(...unaccepted.map(({ key }) => ({ path: ['translations', language, key, 'accepted'], value: true })));
        return unaccepted.length === 0 ? [] : [{ language, count: unaccepted.length }];
      });
      const [first, ...others] = open;
      if (!first) return [];
      const single = first.count === 1 && others.length === 0;
      const counted = listed([`${first.count} ${first.count === 1 ? 'text' : 'texts'} in ${inWords(first.language)}`, ...others.map(({ language, count }) => `${count} in ${inWords(language)}`)]);
      return [{
        severity: 'warning', flow, message: `${counted} ${single ? 'was' : 'were'} translated by a machine, and nobody has accepted ${single ? 'it' : 'them'}.`,
        ...(accepting.length <= mostAccepted && { fix: { label: single ? 'Accept it' : `Accept all ${accepting.length}`, set: accepting } }),
      }];
    });
  },
};
