import type { Check } from '../check.ts';
import type { Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { ofSpot, quoted } from '../where.ts';
import type { Where } from '../where.ts';

/** A condition that can never hold whatever the variables are, or was never written: its way out is never taken. */
export const condition: Check = {
  name: 'condition',
  holds: 'Every condition can hold',
  counts: 'expressions',
  find(subject) {
    return [...subject.reached.keys()].flatMap((place) => [...place.state.always, ...Object.values(place.state.on).flat()].flatMap((transition) => {
      const { guard } = transition;
      if (guard?.is !== 'true' || subject.drawing.reader.judge(place.flow, guard.expression.cel) !== false) return [];
      const written = subject.node(place.flow, place.node)?.fields.some(({ meta, value }) => meta.widget === 'expression' && value === guard.expression.cel);
      // A condition that nobody typed, such as that a list of the author's own has no items, need not ever hold.
      if (!written && !/^(?:false)?$/.test(guard.expression.cel.trim())) return [];
      const { name, ...where } = ofSpot(subject, place, { cel: written ? guard.expression.cel : '' });
      const fix = takeBranchAway(subject, where);
      return [{
        severity: 'error' as const, ...where, ...(fix && { fix }),
        message: written ? `${quoted(guard.expression.cel)} in ${name} is never true, so nobody goes that way.` : `A condition in ${name} is not written yet, so nobody goes that way.`,
      }];
    }));
  },
};

/** A branch has its exit's id. What only it led to is not reached with it either. */
function takeBranchAway({ node, set }: Subject, { flow, nodeId = '', field = '' }: Where): Fix | undefined {
  const path = field.split('.');
  const exit = node(flow, nodeId)?.exits.find(({ id }) => id === path.at(-2));
  if (!exit) return undefined;
  const edges = Object.entries(set.flows[flow]?.edges ?? {}).filter(([, edge]) => edge.from === nodeId && edge.exit === exit.id);
  return { label: 'Take the branch away', set: [{ path: ['nodes', nodeId, 'data', ...path.slice(0, -1)] }, ...edges.map(([id]) => ({ path: ['edges', id] }))] };
}
