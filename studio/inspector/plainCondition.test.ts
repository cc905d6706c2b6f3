import { check } from '@parley/shared/expressions/check';
import type { ValueType } from '@parley/shared/expressions/types';
import { describe, expect, test } from 'vitest';
import { comparisonsOf, needsValue, readCondition, writeCondition } from './plainCondition.ts';
import type { PlainCondition } from './plainCondition.ts';

const variables: Record<string, ValueType> = { age: { kind: 'number' }, town: { kind: 'text' }, member: { kind: 'boolean' }, day: { kind: 'date' }, at: { kind: 'time' } };
const values: Readonly<Record<string, string>> = { date: '2026-12-24', time: '20:00' };
const typeOf = (name: string): ValueType | undefined => variables[name];

describe('a condition that is chosen', () => {
  test.each<[cel: string, condition: PlainCondition]>([
    ['age > 17', { variable: 'age', does: 'more', value: '17' }],
    ['age <= -2.5', { variable: 'age', does: 'atMost', value: '-2.5' }],
    ['town == "Pune"', { variable: 'town', does: 'is', value: 'Pune' }],
    ['town != "say \\"no\\""', { variable: 'town', does: 'isNot', value: 'say "no"' }],
    ['town.contains("bad")', { variable: 'town', does: 'contains', value: 'bad' }],
    ['member', { variable: 'member', does: 'yes', value: '' }],
    ['!member', { variable: 'member', does: 'no', value: '' }],
    ['at >= time("20:00")', { variable: 'at', does: 'atLeast', value: '20:00' }],
    ['day < date("2026-12-24")', { variable: 'day', does: 'less', value: '2026-12-24' }],
    ['isSet(day)', { variable: 'day', does: 'set', value: '' }],
    ['!isSet(town)', { variable: 'town', does: 'notSet', value: '' }],
  ])('%s', (cel, condition) => {
    expect(readCondition(cel, typeOf)).toEqual(condition);
    expect(writeCondition(condition, typeOf(condition.variable))).toBe(cel);
  });
  test.each(['age > 17 && member', 'age + 1 > 3', 'town', 'age == "17"', 'at == "20:00"', 'day == time("20:00")', 'town == date("2026-12-24")', 'at > time(20, 0)', 'unknown == 3', '', 'size(town) > 3', 'town == ""', 'town == "a" || true'])('says more than can be chosen: %s', (cel) => expect(readCondition(cel, typeOf)).toBeUndefined());
  test('whatever can be chosen can be computed and is yes or no', () => {
    for (const [variable, type] of Object.entries(variables)) {
      for (const does of comparisonsOf(type)) {
        const cel = writeCondition({ variable, does, value: needsValue(does) ? values[type.kind] ?? '3' : '' }, type);
        expect(check(cel, { variables }, { kind: 'boolean' }), cel).toMatchObject({ ok: true, type: { kind: 'boolean' } });
      }
    }
  });
  test.each<[variable: string, value: string]>([['age', 'many'], ['age', ''], ['town', ''], ['day', '']])('while it is half chosen nothing is written: %s is “%s”', (variable, value) => expect(writeCondition({ variable, does: 'is', value }, typeOf(variable))).toBe(''));
});
