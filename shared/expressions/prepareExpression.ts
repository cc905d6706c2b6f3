import type { Json } from '../lib/json.ts';
import type { Evaluation, Expression, ExpressionProblem, Facts, Scope } from './types.ts';
import { typeOf } from './check.ts';
import { describe } from './describe.ts';
import { make } from './evaluate.ts';
import type { Step } from './evaluate.ts';
import { Failure } from './failure.ts';
import { fits } from './fits.ts';
import type { Inferred } from './inferred.ts';
import { quote } from './read.ts';
import { workLimit } from './run.ts';
import { parseSyntax } from './syntax.ts';
import type { Syntax } from './syntax.ts';

/** An expression made ready: `values` gives a variable's value, or undefined while nobody set it. Never throws. */
export type PreparedExpression = (values: (name: string) => Json | undefined, facts: Facts) => Evaluation;

/**
 * Parses and types an expression once. A mistake in it, an error while evaluating and a result that is not of the
 * expression's type are all data. Without a scope nothing is typed beforehand: then dates and durations do not add up.
 */
export function prepareExpression(expression: Expression, scope?: Scope): PreparedExpression {
  const made = makeStep(expression.cel, scope);
  if (!made.ok) {
    const error = made.problem.message;
    return () => ({ ok: false, error });
  }
  const { step } = made;
  const { type } = expression;
  return (values, facts) => {
    try {
      const value = step({ facts, values, items: [], left: workLimit });
      if (fits(type, value)) return { ok: true, value };
      return { ok: false, error: `Expected ${describe(type)}, got ${quote(value)}.` };
    } catch (error) {
      return { ok: false, error: error instanceof Failure ? error.message : 'This expression is nested too deeply.' };
    }
  };
}

function makeStep(cel: string, scope: Scope | undefined): { ok: true; step: Step } | { ok: false; problem: ExpressionProblem } {
  const parsed = parseSyntax(cel);
  if (!parsed.ok) return parsed;
  const types = new Map<Syntax, Inferred>();
  const typed = scope && typeOf(parsed.syntax, scope, types);
  const [problem] = typed && !typed.ok ? typed.problems : [];
  if (problem) return { ok: false, problem };
  return { ok: true, step: make(parsed.syntax, { scope: scope ?? { variables: {} }, types, items: [] }) };
}
