import { describe, expect, test } from 'vitest';
import type { Json } from '../lib/json.ts';
import { checkTemplate } from './checkTemplate.ts';
import { caseFacts, caseScope, caseValues } from './expressions.cases.data.ts';
import { parseTemplate } from './parseTemplate.ts';
import { evaluateTemplate } from './prepareTemplate.ts';
import { renameInTemplate } from './renameInTemplate.ts';
import { renameVariable } from './renameVariable.ts';
import { showValue } from './showValue.ts';
import type { ValueType } from './types.ts';
import { variablesOf } from './variablesOf.ts';
import { zeroOf } from './zeroOf.ts';
import { fits } from './fits.ts';

const values = (name: string): Json | undefined => (Object.hasOwn(caseValues, name) ? caseValues[name] : undefined);

describe('parseTemplate', () => {
  test.each([
    ['no holes', []],
    ['Hi {{name}}!', ['name']],
    ['{{ upper(name) }}{{age}}', ['upper(name)', 'age']],
    ['{{ "}}" + name }}', ['"}}" + name']],
    ['{{ get({"a": {"b": 1}}, "a.b", 0) }}', ['get({"a": {"b": 1}}, "a.b", 0)']],
    ["{{ 'it\\'s }}' + name }}", ["'it\\'s }}' + name"]],
    ['a { b } c } }', []],
  ])('%s', (text, holes) => {
    const parsed = parseTemplate(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.template.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.cel]))).toEqual(holes);
  });

  test.each([
    ['Hi {{name', 'no }}', 3, 9],
    ['Hi {{ }}', 'Write the name', 3, 8],
    ['Hi {{ name + }}!', 'ends too early', 12, 12],
  ])('%s is refused', (text, message, from, to) => {
    const parsed = parseTemplate(text);
    expect(parsed).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining(message), from, to }] });
  });

  test('every mistake is found, with its place in the whole text', () => {
    const text = 'a {{nmae}} b {{ age + name }} c {{name}}';
    expect(checkTemplate(text, caseScope).map(({ from, to }) => text.slice(from, to))).toEqual(['nmae', 'age + name']);
  });
});

describe('evaluateTemplate', () => {
  const evaluate = (text: string, language = 'en') => {
    const parsed = parseTemplate(text);
    if (!parsed.ok) throw new Error('does not parse');
    return evaluateTemplate(parsed.template, { ...caseScope, personal: { name: true } }, values, { ...caseFacts, language });
  };

  test('what came from a variable stays apart and is named; personal values are marked', () => {
    expect(evaluate('Hi {{name}}, {{ age + 1 }} on {{day}}').parts).toEqual([
      'Hi ', { value: 'Amélie Poulain', name: 'name', personal: true }, ', ', { value: '35', name: 'age' }, ' on ', { value: 'Tuesday, 24 November 2026', name: 'day' },
    ]);
  });

  test('an expression with a personal variable anywhere in it is personal', () => {
    expect(evaluate('{{ age > 3 ? upper(name) : "" }}').parts).toEqual([{ value: 'AMÉLIE POULAIN', name: 'age', personal: true }]);
  });

  test('a mistake leaves an empty part and is listed', () => {
    expect(evaluate('a{{ tags[9] }}b')).toEqual({ parts: ['a', { value: '', name: 'tags' }, 'b'], errors: [{ name: 'tags', error: 'There is no place 9 in a list of 3; the first is 0.' }] });
  });

  test('values read in the contact’s language', () => {
    expect(evaluate('{{at}} · {{member}}', 'fr').parts).toEqual([{ value: '15h30', name: 'at' }, ' · ', { value: 'oui', name: 'member' }]);
  });
});

describe('showValue', () => {
  const list: ValueType = { kind: 'list', of: { kind: 'text' } };
  test.each<[Json, ValueType, string, string]>([
    [3, { kind: 'number' }, 'en', '3'],
    [2026, { kind: 'number' }, 'en', '2026'],
    [3.5, { kind: 'number' }, 'fr', '3,5'],
    [0.1 + 0.2, { kind: 'number' }, 'en', '0.3'],
    [-0, { kind: 'number' }, 'en', '0'],
    [true, { kind: 'boolean' }, 'hi', 'हाँ'],
    ['2026-11-21', { kind: 'date' }, 'en', 'Saturday, 21 November 2026'],
    ['2026-11-21', { kind: 'date' }, 'fr', 'samedi 21 novembre 2026'],
    ['2026-11-21', { kind: 'date' }, 'ta', '2026-11-21'],
    ['00:05', { kind: 'time' }, 'en', '12:05 am'],
    ['09:05', { kind: 'time' }, 'hi', 'सुबह 9:05 बजे'],
    ['02:00', { kind: 'time' }, 'hi', 'रात 2:00 बजे'],
    ['2026-11-20T20:00:00Z', { kind: 'datetime' }, 'en', 'Saturday, 21 November 2026, 1:30 am'],
    ['PT90M', { kind: 'duration' }, 'en', '1 hour 30 minutes'],
    ['P2DT1H', { kind: 'duration' }, 'fr', '2 jours 1 heure'],
    ['PT0S', { kind: 'duration' }, 'en', '0 minutes'],
    [['a', 'b', 'c'], list, 'en', 'a, b and c'],
    [['a', 'b'], list, 'fr', 'a et b'],
    [[], list, 'hi', ''],
    [{ name: 'Wax', price: 3 }, { kind: 'object', fields: { name: { kind: 'text' }, price: { kind: 'number' } } }, 'en', 'name: Wax, price: 3'],
    [{ id: 'm', mime: 'image/png', name: 'car.png', bytes: 1 }, { kind: 'file' }, 'en', 'car.png'],
    [5, { kind: 'date' }, 'en', '5'],
  ])('%j as %j in %s', (value, type, language, shown) => expect(showValue(value, type, { ...caseFacts, language })).toBe(shown));
});

describe('names in expressions', () => {
  test.each([
    ['age + age * standard', ['age', 'standard']],
    ['orders.map(o, o.price > age, o.name)', ['orders', 'age']],
    ['name.map(name, name)', ['name']],
    ['isSet(unset) ? order.name : "name"', ['unset', 'order']],
    ['not ( valid', []],
  ])('%s names %j', (cel, names) => expect(variablesOf(cel)).toEqual(names));

  test.each([
    ['age + age*2', 'years + years*2'],
    ['"age" + string(age) // age', '"age" + string(years) // age'],
    ['orders.map(age, age.price)', 'orders.map(age, age.price)'],
    ['order.age + get(order, "age", age)', 'order.age + get(order, "age", years)'],
    ['age +', 'age +'],
    ['agent + ages', 'agent + ages'],
  ])('%s with age renamed', (cel, renamed) => expect(renameVariable(cel, 'age', 'years')).toBe(renamed));

  test('renaming inside a text leaves its words alone', () => {
    expect(renameInTemplate('age: {{ age }} and {{name}} {{age+1}}', 'age', 'years')).toBe('age: {{ years }} and {{name}} {{years+1}}');
  });
});

describe('types', () => {
  const types: ValueType[] = ['text', 'number', 'boolean', 'date', 'time', 'datetime', 'duration', 'file'].map((kind) => ({ kind }) as ValueType);
  test('the zero of every type is a value of that type and of no narrower one', () => {
    for (const type of [...types, { kind: 'list', of: { kind: 'date' } } as const, { kind: 'object', fields: { a: { kind: 'time' } } } as const]) expect(fits(type, zeroOf(type))).toBe(true);
    expect(types.filter((type) => fits(type, 'abc')).map(({ kind }) => kind)).toEqual(['text']);
  });
  test.each<[ValueType, Json, boolean]>([
    [{ kind: 'date' }, '2026-02-29', false], [{ kind: 'date' }, '2028-02-29', true], [{ kind: 'time' }, '24:00', false], [{ kind: 'time' }, '23:59', true], [{ kind: 'time' }, '9:00', false],
    [{ kind: 'datetime' }, '2026-11-20T10:00:00+01:00', false], [{ kind: 'datetime' }, '2026-11-20T10:00:00Z', true], [{ kind: 'duration' }, 'P', false], [{ kind: 'duration' }, 'PT', false], [{ kind: 'duration' }, 'P1Y', false],
    [{ kind: 'text' }, 'a'.repeat(4_097), false], [{ kind: 'number' }, '3', false], [{ kind: 'list', of: { kind: 'number' } }, [1, '2'], false], [{ kind: 'list', of: { kind: 'number' } }, Array.from({ length: 1_001 }, () => 1), false],
    [{ kind: 'object', fields: { a: { kind: 'text' } } }, { a: 'x', b: 1 }, true], [{ kind: 'object', fields: Object.fromEntries([['toString', { kind: 'text' } as const]]) }, {}, false],
  ])('%j holds %j: %s', (type, value, held) => expect(fits(type, value)).toBe(held));
});
