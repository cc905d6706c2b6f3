import type { RanCode } from '@parley/shared/api/sandbox';
import { fits } from '@parley/shared/expressions/fits';
import type { ValueType } from '@parley/shared/expressions/types';

/** Which way out a run takes, and whether that is for its result: a value of another type fails, as in a conversation. */
export type Judged = { exit: 'done' } | { exit: 'failed'; because: 'error' | 'type' };

/** Judges a run as the runtime does. */
export function judgeRun(ran: RanCode, output: ValueType): Judged {
  if (!ran.ok) return { exit: 'failed', because: 'error' };
  return fits(output, ran.value) ? { exit: 'done' } : { exit: 'failed', because: 'type' };
}
