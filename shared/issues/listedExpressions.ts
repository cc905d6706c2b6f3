import type { Expression } from '../expressions/types.ts';
import type { ListedOptions } from '../machine/choosing.ts';

/** The expressions that make options of a list's items. */
export function listedExpressions(listed: ListedOptions | undefined): Expression[] {
  return listed ? [listed.labels, listed.values, ...(listed.notes ? [listed.notes] : [])] : [];
}
