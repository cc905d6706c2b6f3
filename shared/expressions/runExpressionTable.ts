import { canonicalJson } from '../lib/json.ts';
import type { Json } from '../lib/json.ts';
import { check } from './check.ts';
import { caseFacts, caseScope, caseValues, expressionCases } from './expressions.cases.data.ts';
import type { ExpressionCase } from './expressions.cases.data.ts';
import { prepareExpression } from './prepareExpression.ts';

/** Runs the table of expressions wherever it is called: how many came out as written, and what the others gave. */
export function runExpressionTable(): { passed: number; failed: { cel: string; expected: string; got: string }[] } {
  const failed = expressionCases.flatMap((entry) => {
    const [expected, got] = [expectation(entry), outcome(entry)];
    const fine = 'gives' in entry ? expected === got : got.startsWith(expected.split(':', 1)[0] ?? '') && got.includes(entry.refused ?? entry.fails ?? '');
    return fine ? [] : [{ cel: entry.cel, expected, got }];
  });
  return { passed: expressionCases.length - failed.length, failed };
}

function expectation({ gives, refused, fails }: ExpressionCase): string {
  if (refused !== undefined) return `refused: ${refused}`;
  return fails !== undefined ? `fails: ${fails}` : `gives: ${canonicalJson(gives)}`;
}

function outcome({ cel, language }: ExpressionCase): string {
  const checked = check(cel, caseScope);
  if (!checked.ok) return `refused: ${checked.problems.map(({ message }) => message).join(' ')}`;
  const values = (name: string): Json | undefined => (Object.hasOwn(caseValues, name) ? caseValues[name] : undefined);
  const evaluated = prepareExpression({ cel, type: checked.type }, caseScope)(values, { ...caseFacts, ...(language && { language }) });
  return evaluated.ok ? `gives: ${canonicalJson(evaluated.value)}` : `fails: ${evaluated.error}`;
}
