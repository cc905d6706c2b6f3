import { describe } from '../../expressions/describe.ts';
import type { ValueType } from '../../expressions/types.ts';

/** Whether values of one type can be kept as the other; days, times and durations are texts as well. */
export function takes(kept: ValueType, given: ValueType): boolean {
  return describe(kept) === describe(given) || (kept.kind === 'text' && ['date', 'time', 'datetime', 'duration'].includes(given.kind));
}
