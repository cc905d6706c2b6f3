import type { Check } from '../check.ts';
import { beginWith } from '../fixes/beginWith.ts';
import { readsBy } from '../readsBy.ts';
import { quoted } from '../where.ts';

/** A variable that is read although on some path nobody has set it. */
export const maybeUnset: Check = {
  name: 'maybeUnset',
  holds: 'Variables are set on every path before they are read',
  counts: 'variables',
  find(subject) {
    return readsBy(subject, false).map(({ id, variable, name, where, path }) => {
      const fix = beginWith(subject, id, where.flow);
      return {
        severity: 'warning', ...where, variable,
        message: `${quoted(variable)} is used in ${name}, but on the way ${path} nothing sets it, so it would be empty.`,
        ...(fix && { fix }),
      };
    });
  },
};
