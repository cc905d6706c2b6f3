import type { Check, Found } from '../check.ts';
import type { Change } from '../issue.ts';
import type { SubjectNode } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

/** A choice by shares that has none to give, or a branch of it that nobody takes. */
export const shares: Check = {
  name: 'shares',
  holds: 'Every branch of a split is taken by somebody',
  counts: 'exits',
  find(subject) {
    return [...subject.reached.keys()].flatMap((place): Found[] => {
      const guard = place.state.always.map((transition) => transition.guard).find((each) => each?.is === 'share');
      const node = subject.node(place.flow, place.node);
      if (guard?.is !== 'share' || !node) return [];
      const weights = Object.entries(guard.weights);
      if (!weights.some(([, weight]) => weight > 0)) {
        return [{ severity: 'error', ...inNode(node), message: `${quoted(node.name)} has no branch with a weight, so it cannot send anybody anywhere.`, ...(weights.length > 0 && { fix: { label: 'Share evenly', set: shareOut(node, weights.map(([option]) => [option, 1])) } }) }];
      }
      return weights.filter(([, weight]) => !(weight > 0)).map(([option]): Found => {
        const label = node.exits.find(({ id }) => id === option)?.label ?? option;
        const field = node.fields.find(({ path }) => path.at(-1) === 'weight' && path.includes(option));
        const others = weights.filter(([other]) => other !== option);
        const all = others.reduce((sum, [, weight]) => sum + weight, 0);
        // Its part of all, and the others keep their proportions in the rest.
        const shared = weights.map(([other, weight]): [string, number] => [other, other === option ? 1 / weights.length : weight / all * (1 - 1 / weights.length)]);
        return { severity: 'warning', ...inNode(node, field?.path), message: `The weight of ${quoted(label)} is 0, so nobody goes that way.`, fix: { label: `Send ${Math.floor(100 / weights.length)} % that way`, set: shareOut(node, shared) } };
      });
    });
  },
};

/** Writes weights as whole parts of a hundred, in proportion: the largest remainders make it full, and nothing that had a part loses it. */
function shareOut({ id, fields }: SubjectNode, weights: readonly (readonly [option: string, weight: number])[]): NonNullable<Change['set']> {
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const parts = weights.map(([option, weight], place) => ({ option, place, exact: weight / all * 100, part: weight > 0 ? Math.max(1, Math.floor(weight / all * 100)) : 0 }));
  const missing = 100 - parts.reduce((sum, { part }) => sum + part, 0);
  const first = parts.filter(({ part }) => part > 0).toSorted((a, b) => b.exact - b.part - (a.exact - a.part) || a.place - b.place).slice(0, Math.max(0, missing));
  return parts.flatMap(({ option, part }) => {
    const path = fields.find((field) => field.path.at(-1) === 'weight' && field.path.includes(option))?.path;
    return path ? [{ path: ['nodes', id, 'data', ...path], value: part + (first.some((other) => other.option === option) ? 1 : 0) }] : [];
  });
}
