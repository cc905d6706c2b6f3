import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';
import { expect, test } from 'vitest';
import { readValue, writtenValue } from './readValue.ts';

const list: ValueType = { kind: 'list', of: { kind: 'number' } };
const object: ValueType = { kind: 'object', fields: { name: { kind: 'text' } } };

test.each<[ValueType, string, Json | undefined]>([
  [{ kind: 'text' }, ' 12 ', ' 12 '], [{ kind: 'text' }, '', ''],
  [{ kind: 'number' }, '12.5', 12.5], [{ kind: 'number' }, ' -3 ', -3], [{ kind: 'number' }, 'twelve', undefined], [{ kind: 'number' }, '"12"', undefined], [{ kind: 'number' }, '', undefined],
  [{ kind: 'boolean' }, 'true', true], [{ kind: 'boolean' }, 'yes', undefined],
  [{ kind: 'date' }, '2026-11-25', '2026-11-25'], [{ kind: 'date' }, '2026-02-30', undefined],
  [{ kind: 'time' }, '15:30', '15:30'], [{ kind: 'time' }, '25:00', undefined], [{ kind: 'duration' }, 'PT1H', 'PT1H'], [{ kind: 'duration' }, '1 hour', undefined],
  [list, '[1, 2]', [1, 2]], [list, '["a"]', undefined], [object, '{"name":"Ada"}', { name: 'Ada' }], [object, '{"name":1}', undefined],
])('%j takes %j as %j', (type, text, value) => {
  expect(readValue(type, text)).toEqual(value);
  if (value !== undefined) expect(readValue(type, writtenValue(type, value))).toEqual(value);
});
