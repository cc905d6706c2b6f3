import type { Check, Found } from '../check.ts';
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
        return [{ severity: 'error', ...inNode(node), message: `${quoted(node.name)} has no branch with a weight, so it cannot send anybody anywhere.` }];
      }
      return weights.filter(([, weight]) => !(weight > 0)).map(([option]): Found => {
        const label = node.exits.find(({ id }) => id === option)?.label ?? option;
        const field = node.fields.find(({ path }) => path.at(-1) === 'weight' && path.includes(option));
        return { severity: 'warning', ...inNode(node, field?.path), message: `The weight of ${quoted(label)} is 0, so nobody goes that way.` };
      });
    });
  },
};
