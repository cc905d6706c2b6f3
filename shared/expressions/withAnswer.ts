import type { Scope, ValueType } from './types.ts';

/** What a condition on an answer may know: the answer besides, which hides a variable of its name. */
export function withAnswer(scope: Scope, answer: ValueType): Scope {
  return { ...scope, variables: { ...scope.variables, answer } };
}
