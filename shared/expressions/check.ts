import type { ExpressionProblem, Scope, ValueType } from './types.ts';
import { describe } from './describe.ts';
import { nestingOf, valueLimits } from './fits.ts';
import { describeInferred, isAssignable, settle } from './inferred.ts';
import { infer, Mistake } from './infer.ts';
import type { Inferred } from './inferred.ts';
import { parseSyntax } from './syntax.ts';
import type { Syntax } from './syntax.ts';

/** What a check found: the type of the result, or what is wrong, each with its place and one plain sentence. */
export type Checked = { ok: true; type: ValueType } | { ok: false; problems: ExpressionProblem[] };

/** Parses and types an expression with the variables of a scope; with `expected`, also whether its result can be used as that. */
export function check(cel: string, scope: Scope, expected?: ValueType): Checked {
  const parsed = parseSyntax(cel);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const typed = typeOf(parsed.syntax, scope, new Map());
  if (!typed.ok) return typed;
  if (!expected || isAssignable(expected, typed.inferred)) return { ok: true, type: expected ?? settle(typed.inferred) };
  const message = `Expected ${describe(expected)}, but this gives ${describeInferred(typed.inferred)}.${hint(expected, typed.inferred)}`;
  return { ok: false, problems: [{ message, from: 0, to: cel.length }] };
}

/** Types a parsed expression; `types` is filled with the type of every part. */
export function typeOf(syntax: Syntax, scope: Scope, types: Map<Syntax, Inferred>): { ok: true; inferred: Inferred } | { ok: false; problems: ExpressionProblem[] } {
  try {
    const inferred = infer(syntax, { scope, items: new Map(), types });
    if (nestingOf(settle(inferred)) > valueLimits.nesting) throw new Mistake('Lists and objects can be inside one another twice, not deeper.', syntax);
    return { ok: true, inferred };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, problems: [{ message: error.message, from: error.place.from, to: error.place.to }] };
    throw error;
  }
}

function hint(expected: ValueType, found: Inferred): string {
  if (expected.kind === 'text' && ['number', 'boolean', 'date', 'time', 'datetime', 'duration'].includes(found.kind)) return ' Write string(…) around it.';
  if (found.kind !== 'text') return '';
  if (expected.kind === 'number' || expected.kind === 'date' || expected.kind === 'time' || expected.kind === 'datetime' || expected.kind === 'duration') return ` Write ${expected.kind}(…) around it.`;
  return '';
}
