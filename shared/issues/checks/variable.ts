import { describe } from '../../expressions/describe.ts';
import { fits } from '../../expressions/fits.ts';
import { inOrder } from '../../nodes/walkFields.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../where.ts';

/** Two variables of one name, or a default that is not of its variable's type. */
export const variable: Check = {
  name: 'variable',
  holds: 'Every variable has its own name and a fitting default',
  counts: 'variables',
  find({ set }) {
    return Object.entries(set.flows).flatMap(([flow, { variables }]) => {
      const names = new Set<string>();
      return inOrder(variables).flatMap(([id, { name, type, initial }]): Found[] => {
        const found: Found[] = [];
        if (names.has(name)) found.push({ severity: 'error', flow, field: `variables.${id}.name`, message: `Two variables are called ${quoted(name)}; only the first counts. Rename one.` });
        names.add(name);
        if (initial !== undefined && !fits(type, initial)) found.push({ severity: 'error', flow, field: `variables.${id}.initial`, message: `The default of ${quoted(name)} is not ${describe(type)}, so it does not count.`, fix: { label: 'Take the default away', set: [{ path: ['variables', id, 'initial'] }] } });
        return found;
      });
    });
  },
};
