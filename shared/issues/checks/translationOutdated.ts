import type { Check } from '../check.ts';
import { textsInState } from '../translations.ts';

/** A translation made from a text that was changed since. */
export const translationOutdated: Check = {
  name: 'translationOutdated',
  holds: 'Every translation is of today’s text',
  counts: 'texts',
  find(subject) {
    return textsInState(subject, 'outdated').map(({ where, name, languages }) => ({ severity: 'warning', ...where, message: `${name} was changed since it was translated to ${languages}: people may read something else there.` }));
  },
};
