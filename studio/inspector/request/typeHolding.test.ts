import { fits } from '@parley/shared/expressions/fits';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';
import { expect, test } from 'vitest';
import { typeHolding } from './typeHolding.ts';

const text = { kind: 'text' } as const;

test.each<[what: string, value: Json, type: ValueType | undefined]>([
  ['a text', 'Asha', text],
  ['a number', 3, { kind: 'number' }],
  ['a yes', true, { kind: 'boolean' }],
  ['nothing', null, undefined],
  ['a list of nothing', [], { kind: 'list', of: text }],
  ['an object, without what nobody can name or know', { name: 'Asha', 'due-on': 'x', gone: null }, { kind: 'object', fields: { name: text } }],
  ['a list of objects, without what lies too deep', [{ title: 'Emma', copies: 2, tags: ['a'] }], { kind: 'list', of: { kind: 'object', fields: { title: text, copies: { kind: 'number' } } } }],
  ['lists in lists in lists', [[['a']]], undefined],
])('%s', (_what, value, type) => {
  const found = typeHolding(value);
  expect(found).toEqual(type);
  if (found) expect(fits(found, value)).toBe(true);
});
