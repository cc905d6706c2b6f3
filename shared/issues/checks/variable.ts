import { describe } from '../../expressions/describe.ts';
import { fits } from '../../expressions/fits.ts';
import { inOrder } from '../../nodes/walkFields.ts';
import type { Check, Found } from '../check.ts';
import { canonicalJson } from '../../lib/json.ts';
import { beginningOf } from '../fixes/beginningOf.ts';
import { freshName } from '../fixes/makeVariable.ts';
import type { Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { quoted } from '../where.ts';

/** Two variables of one name, or a default that is not of its variable's type. */
export const variable: Check = {
  name: 'variable',
  holds: 'Every variable has its own name and a fitting default',
  counts: 'variables',
  find(subject) {
    return Object.entries(subject.set.flows).flatMap(([flow, { variables }]) => {
      const names = new Map<string, string>();
      return inOrder(variables).flatMap(([id, { name, type, initial }]): Found[] => {
        const found: Found[] = [];
        const first = names.get(name);
        if (first !== undefined) {
          const fix = joinTwins(subject, flow, first, id);
          found.push({ severity: 'error', flow, field: `variables.${id}.name`, message: `Two variables are called ${quoted(name)}; only the first counts. Rename one.`, ...(fix && { fix }) });
        }
        names.set(name, first ?? id);
        if (initial !== undefined && !fits(type, initial)) {
          // Without any, what reads it would read what nothing sets.
          const begins = beginningOf(type);
          found.push({ severity: 'error', flow, field: `variables.${id}.initial`, message: `The default of ${quoted(name)} is not ${describe(type)}, so it does not count.`, ...(begins && { fix: { label: `Let it begin ${begins.says}`, set: [{ path: ['variables', id, 'initial'], value: begins.value }] } }) });
        }
        return found;
      });
    });
  },
};

/** Only the first of two counts, whoever chose the second: of one type they are one already, and one that nobody chose has the name for nothing. */
function joinTwins(subject: Subject, flow: string, first: string, second: string): Fix | undefined {
  const variables = subject.set.flows[flow]?.variables ?? {};
  const [one, two] = [variables[first], variables[second]];
  const chosen = subject.nodes.filter((node) => node.flow === flow).flatMap(({ id, fields }) => fields.filter(({ meta, value }) => meta.widget === 'variable' && value === second).map(({ path }) => ['nodes', id, 'data', ...path]));
  // What a flow takes and gives is its callers' business.
  if (!one || !two || two.direction !== undefined) return undefined;
  if (canonicalJson(one.type) === canonicalJson(two.type)) return { label: 'Make them one', set: [...chosen.map((path) => ({ path, value: first })), { path: ['variables', second] }] };
  const name = freshName(subject, flow, two.name);
  return chosen.length === 0 ? { label: `Call it ${quoted(name)}`, set: [{ path: ['variables', second, 'name'], value: name }] } : undefined;
}
