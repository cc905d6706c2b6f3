import { describe, expect, test } from 'vitest';
import type { Json } from '../lib/json.ts';
import { askedFields, formAnswers, isAsked } from './form.ts';
import type { FieldCondition } from './form.ts';

describe('isAsked', () => {
  test.each<[FieldCondition['is'], string, Json | undefined, boolean]>([
    ['answered', '', 'x', true], ['answered', '', '  ', false], ['answered', '', [], false], ['unanswered', '', undefined, true], ['unanswered', '', 0, false],
    ['equal', 'yes', true, true], ['equal', 'Pune', ' pune', true], ['equal', 'b', ['a', 'b'], true], ['equal', 'b', undefined, false],
    ['different', 'b', ['a'], true], ['different', 'b', ['a', 'b'], false], ['different', 'b', undefined, false],
    ['atLeast', '18', '9', false], ['atLeast', '18', '18', true], ['atLeast', '18', 100, true], ['atMost', '2026-12-24', '2026-12-25', false], ['atMost', '2026-12-24', '2026-12-24', true],
  ])('%s %s of %o: %s', (is, value, given, expected) => {
    expect(isAsked({ when: { field: 'f', is, value } }, given === undefined ? {} : { f: given })).toBe(expected);
  });
});

test('a field that hangs on one that is not asked counts it as unanswered', () => {
  const fields = [{ id: 'a' }, { id: 'b', when: { field: 'a', is: 'equal' as const, value: 'yes' } }, { id: 'c', when: { field: 'b', is: 'answered' as const, value: '' } }];
  expect(askedFields(fields, { a: 'yes', b: 'x' }).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(askedFields(fields, { a: 'no', b: 'x' }).map(({ id }) => id)).toEqual(['a']);
});

test('answers are told by labels, in the order of the fields', () => {
  const options = [{ id: 'x', label: 'A car' }, { id: 'y', label: 'A bike' }];
  const fields = [{ id: 'n', kind: 'text' as const, label: 'Name', required: true }, { id: 'o', kind: 'choices' as const, label: 'Which', required: true, options }, { id: 'z', kind: 'text' as const, label: 'More', required: false }, { id: 'p', kind: 'yesNo' as const, label: 'Insured?', required: false, options: [{ id: 'yes', label: 'Yes' }] }];
  expect(formAnswers(fields, { o: ['y', 'x'], n: 'Asha', p: true, other: 'x' }, 'en')).toEqual(['Name: Asha', 'Which: A bike, A car', 'Insured? Yes']);
});

test.each([['en', '1980-05-06', 'May 6, 1980'], ['de', '1980-05-06', '6. Mai 1980'], ['en', '1980-13-06', '1980-13-06'], ['en', 'soon', 'soon']])('in %s the day %s is told as %s', (language, answer, told) => {
  expect(formAnswers([{ id: 'd', kind: 'date', label: 'Born', required: true }], { d: answer }, language)).toEqual([`Born: ${told}`]);
});
