import type { Check } from '../check.ts';
import { inWords, textsInState } from '../translations.ts';

/** A text that does not exist in one of the bot's languages, unless a machine translates it or the author accepts the gap. */
export const translationMissing: Check = {
  name: 'translationMissing',
  holds: 'Every text exists in every language',
  counts: 'texts',
  find(subject) {
    if (subject.translates) return [];
    const severity = subject.main?.settings.missingTranslationsAccepted ? 'warning' : 'error';
    const instead = inWords(subject.languages[0] ?? 'en');
    return textsInState(subject, 'missing').map(({ where, name, languages }) => ({ severity, ...where, message: `${name} is missing in ${languages}: people who chose that read it in ${instead}.` }));
  },
};
