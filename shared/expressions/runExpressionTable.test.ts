import { describe, expect, test } from 'vitest';
import { evaluate } from '@marcbachmann/cel-js';
import { runExpressionTable } from './runExpressionTable.ts';
import { expressionCases } from './expressions.cases.data.ts';
import { prepareExpression } from './prepareExpression.ts';
import { caseFacts } from './expressions.cases.data.ts';

describe('the table of expressions', () => {
  test('every expression gives what the table says', () => {
    const { passed, failed } = runExpressionTable();
    expect(failed).toEqual([]);
    expect(passed).toBe(expressionCases.length);
    expect(passed).toBeGreaterThanOrEqual(100);
  });

  test('a row that is wrong is found', () => {
    const [first] = expressionCases;
    if (!first) throw new Error('The table is empty');
    const right = first.gives;
    first.gives = 8;
    expect(runExpressionTable().failed).toEqual([{ cel: '1 + 2 * 3', expected: 'gives: 8', got: 'gives: 7' }]);
    first.gives = right;
  });

  // What the profile shares with CEL means the same as in the library whose grammar it uses.
  test.each([
    '1.5 + 2.0 * 3.0', 'true && !false || false', '"a" + "b" == "ab"', '2.0 > 1.0 ? "x" : "y"', '[1.0, 2.0].map(x, x * 2.0)', '[1.0, 2.0, 3.0].filter(x, x > 1.0)', '["a", "b"].exists(x, x == "b")',
    '["a"].all(x, x == "b")', '[1.0, 1.0].exists_one(x, x == 1.0)', '"a" in ["a"]', '{"a": 1.0}.a', '"Hello".startsWith("He") && "Hello".contains("ell")', '"a,b".split(",")', '["a", "b"].join("-")', '"\\u00e9\\n"', "'it\\'s'", '-(-1.0)', '10.0 / 4.0',
  ])('%s means what it means in CEL', (cel) => {
    const theirs: unknown = evaluate(cel);
    const scope = { variables: {} };
    const type = typeof theirs === 'string' ? { kind: 'text' as const } : typeof theirs === 'number' ? { kind: 'number' as const } : typeof theirs === 'boolean' ? { kind: 'boolean' as const } : { kind: 'list' as const, of: Array.isArray(theirs) && typeof theirs[0] === 'number' ? { kind: 'number' as const } : { kind: 'text' as const } };
    expect(prepareExpression({ cel, type }, scope)(() => undefined, caseFacts)).toEqual({ ok: true, value: theirs });
  });
});
