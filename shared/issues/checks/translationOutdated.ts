import type { Check } from '../check.ts';
import { textsInState } from '../translations.ts';

/** A translation made from a text that was changed since. */
export const translationOutdated: Check = {
  name: 'translationOutdated',
  holds: 'Every translation is of today’s text',
  counts: 'texts',
  find(subject) {
    return textsInState(subject, 'outdated').map(({ where, name, languages, keep }) => ({
      severity: 'warning', ...where, message: `${name} was changed since it was translated to ${languages}: people may read something else there.`,
      fix: { label: keep.length > 2 ? 'The translations are still right' : 'The translation is still right', set: keep },
    }));
  },
};
