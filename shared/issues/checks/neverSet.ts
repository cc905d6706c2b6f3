import type { Check } from '../check.ts';
import { beginWith } from '../fixes/beginWith.ts';
import { readsBy } from '../readsBy.ts';
import { quoted } from '../where.ts';

/** A variable that is read although no path sets it before. */
export const neverSet: Check = {
  name: 'neverSet',
  holds: 'No variable is read that nothing has set',
  counts: 'variables',
  find(subject) {
    return readsBy(subject, true).map(({ id, variable, name, where }) => {
      const fix = beginWith(subject, id, where.flow);
      return {
        severity: 'error', ...where, variable,
        message: `${quoted(variable)} is used in ${name}, but nothing sets it before, so it is always empty there. Set it first, or give it a default.`,
        ...(fix && { fix }),
      };
    });
  },
};
