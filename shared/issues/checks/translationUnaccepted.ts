import { translatableTexts } from '../../flow/translatableTexts.ts';
import type { Check } from '../check.ts';
import { inWords } from '../translations.ts';
import { listed } from '../where.ts';

/** Translations a machine made and nobody has accepted: people read them all the same, so it is said how many. */
export const translationUnaccepted: Check = {
  name: 'translationUnaccepted',
  holds: 'A person accepted every machine translation',
  counts: 'texts',
  find({ set, nodeTypes, languages }) {
    return Object.entries(set.flows).flatMap(([flow, document]) => {
      const texts = translatableTexts(document, nodeTypes, languages);
      const open = languages.slice(1).flatMap((language) => {
        const made = Object.hasOwn(document.translations, language) ? document.translations[language] ?? {} : {};
        const count = texts.filter(({ key, languages: states }) => {
          const translation = Object.hasOwn(made, key) ? made[key] : undefined;
          return (states[language] ?? 'missing') !== 'missing' && translation?.by === 'machine' && !translation.accepted;
        }).length;
        return count === 0 ? [] : [{ language, count }];
      });
      const [first, ...others] = open;
      if (!first) return [];
      const single = first.count === 1 && others.length === 0;
      const counted = listed([`${first.count} ${first.count === 1 ? 'text' : 'texts'} in ${inWords(first.language)}`, ...others.map(({ language, count }) => `${count} in ${inWords(language)}`)]);
      return [{ severity: 'warning', flow, message: `${counted} ${single ? 'was' : 'were'} translated by a machine, and nobody has accepted ${single ? 'it' : 'them'}.` }];
    });
  },
};
