import { expect, test } from 'vitest';
import { unwrapHole } from './unwrapHole.ts';

test.each([
  ['{{name}}', 'name'],
  [' {{ age + 1 }} ', 'age + 1'],
  ['{{name', '{{name'],
  ['{{a}} {{b}}', '{{a}} {{b}}'],
  ['{"a": 1}', '{"a": 1}'],
  ['name', 'name'],
])('%s', (typed, expression) => expect(unwrapHole(typed)).toBe(expression));
