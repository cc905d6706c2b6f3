import type { ExpressionProblem, Scope } from './types.ts';
import { check } from './check.ts';
import { holesOf } from './parseTemplate.ts';

/** What is wrong with the expressions of a text, each with its place in the text; empty when all is well. */
export function checkTemplate(text: string, scope: Scope): ExpressionProblem[] {
  return holesOf(text).flatMap((hole): ExpressionProblem[] => {
    if (!hole.closed) return [{ message: 'This {{ has no }} that closes it.', from: hole.from, to: hole.to }];
    if (hole.cel === '') return [{ message: 'Write the name of a variable between {{ and }}.', from: hole.from, to: hole.to }];
    const checked = check(hole.cel, scope);
    if (checked.ok) return [];
    return checked.problems.map(({ message, from, to }) => ({ message, from: hole.at + from, to: hole.at + to }));
  });
}
