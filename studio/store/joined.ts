import type { Op } from '@parley/shared/flow/batch';

/** Two changes of the same single value as one, or undefined when they are about different things. */
export function joined(first: readonly Op[], second: readonly Op[]): Op[] | undefined {
  const [one, two] = [first[0], second[0]];
  if (first.length !== 1 || second.length !== 1 || !one || !two || two.op !== 'set' || one.op === 'remove') return undefined;
  if (one.path.join('\n') !== two.path.join('\n')) return undefined;
  return [{ ...one, value: two.value }];
}
