import { expect, test } from 'vitest';
import { check } from './check.ts';
import type { Scope } from './types.ts';

const scope: Scope = { variables: {
  person: { kind: 'object', fields: { name: { kind: 'text' }, age: { kind: 'number' } } }, day: { kind: 'date' }, words: { kind: 'list', of: { kind: 'text' } }, sure: { kind: 'boolean' },
} };

test.each([
  ['string(person)', 'string takes a text, a number, a yes/no value, a date, a time, a date and time or a duration, this is an object with name, age. Write the field you mean after a dot.', 'person'],
  ['upper(day)', 'upper takes a text, this is a date.', 'day'],
  ['addDays(day, "2")', 'addDays takes a number as its second value, this is a text.', '"2"'],
  ['addDays(day)', 'addDays takes a date and a number or a date and time and a number; here it gets a date.', 'addDays(day)'],
  ['today(1)', 'today takes nothing; here it gets a number.', 'today(1)'],
  ['contains(words, 3)', 'contains takes a text as its second value, this is a number.', '3'],
  ['size(sure)', 'size takes a text or a list, this is a yes/no value.', 'sure'],
])('%s is told by what is wrong with it, not by signatures', (cel, message, about) => {
  const checked = check(cel, scope);
  expect(checked.ok ? [] : checked.problems).toEqual([{ message, from: cel.indexOf(about), to: cel.indexOf(about) + about.length }]);
});
