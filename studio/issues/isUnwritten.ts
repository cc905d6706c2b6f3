import type { Issue } from '@parley/shared/issues/issue';

/** What a node lacks as long as nobody has written it: not worth a red line while it is being made. */
const unwritten: ReadonlySet<Issue['check']> = new Set(['unconnected', 'empty', 'condition', 'unknownFlow', 'translationMissing']);

/** Whether an issue only says that something is not there yet. */
export function isUnwritten({ check }: Issue): boolean {
  return unwritten.has(check);
}
