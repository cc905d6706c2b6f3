import { expect, test } from 'vitest';
import type { Json } from '../lib/json.ts';
import { caseFacts, caseScope, caseValues } from './expressions.cases.data.ts';
import { prepareExpression } from './prepareExpression.ts';

const values = (name: string): Json | undefined => caseValues[name];

test('how fast: printed, never asserted', () => {
  const lines = ['age >= 18 && member', 'upper(name) + "!"', 'orders.filter(o, o.price > 20).map(o, o.name)', 'day > today()'].map((cel) => {
    const type = cel.startsWith('age') || cel.startsWith('day') ? { kind: 'boolean' as const } : cel.startsWith('upper') ? { kind: 'text' as const } : { kind: 'list' as const, of: { kind: 'text' as const } };
    const prepareFrom = performance.now();
    for (let round = 0; round < 200; round += 1) prepareExpression({ cel, type }, caseScope);
    const prepared = prepareExpression({ cel, type }, caseScope);
    const from = performance.now();
    for (let round = 0; round < 20_000; round += 1) prepared(values, caseFacts);
    const each = (performance.now() - from) / 20_000;
    expect(prepared(values, caseFacts).ok).toBe(true);
    return `${cel}: ${((from - prepareFrom) * 5).toFixed(0)} us to prepare, ${(each * 1_000).toFixed(2)} us to evaluate`;
  });
  // oxlint-disable-next-line no-console -- a figure to read, not to hold
  console.log(lines.join('\n'));
});
