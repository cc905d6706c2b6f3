import { expect, test } from 'vitest';
import { completionAt, isInInsertion } from './completionAt.ts';

const text = { kind: 'text' as const };
const names = [
  ...['name', 'number', 'day'].map((name) => ({ name, type: text })),
  { name: 'member', type: { kind: 'object' as const, fields: { name: text, home: { kind: 'object' as const, fields: { town: text } } } } },
].map((variable, order) => ({ ...variable, order }));

/** What stands there after the first suggestion was taken, with the caret as a bar; and what was offered. */
const at = (typed: string, kind: 'template' | 'expression') => {
  const caret = typed.indexOf('|');
  const whole = typed.replace('|', '');
  const found = completionAt({ text: whole, caret, template: kind === 'template', expression: kind === 'expression', names });
  const [first] = found?.options ?? [];
  if (!found || !first) return undefined;
  const after = `${whole.slice(0, found.from)}${first.put}${whole.slice(found.to)}`;
  const place = found.from + first.put.length - first.back;
  return { offered: found.options.map(({ shown }) => shown), result: `${after.slice(0, place)}|${after.slice(place)}` };
};

test.each([
  ['Hello {{|', 'template', ['name', 'number', 'day', 'member'], 'Hello {{name}}|'],
  ['Hello {{na|}}', 'template', ['name'], 'Hello {{name}}|'],
  ['n|', 'expression', ['name', 'number', 'number(text)', 'now()', 'nextTime(time)'], 'name|'],
  // An object is no text: one of its fields is meant, and comes next.
  ['Hello {{mem|', 'template', ['member'], 'Hello {{member.|}}'],
  ['Hello {{member.|}}', 'template', ['name', 'home'], 'Hello {{member.name}}|'],
  ['{{member.home.|', 'template', ['town'], '{{member.home.town}}|'],
  ['mem|', 'expression', ['member'], 'member|'],
  ['member.n|', 'expression', ['name'], 'member.name|'],
  ['day > tod|', 'expression', ['today()'], 'day > today()|'],
  ['addD|', 'expression', ['addDays(date, number)'], 'addDays(|)'],
  ['{{tod|}}', 'template', ['today()'], '{{today()}}|'],
  ['{{upp|', 'template', ['upper(text)'], '{{upper(|)}}'],
] as const)('%s in a %s', (typed, kind, offered, result) => {
  expect(at(typed, kind)).toEqual({ offered, result });
});

test.each([['Hello n|', 'template'], ['{{day}} n|', 'template'], ['1 + |', 'expression'], ['day.n|', 'expression'], ['member.nobody.n|', 'expression'], ['member.home.tod|', 'expression'], ['first(list).n|', 'expression']] as const)('nothing at %s in a %s', (typed, kind) => {
  expect(at(typed, kind)).toBeUndefined();
});

test.each([['Hello {{que|', true], ['Hello {{customer.|', true], ['{{a}} {{b|}}', true], ['Hello {|', false], ['{{a}}|', false], ['{{a}} and |{{b}}', false]] as const)('%s: in an insertion %s', (typed, inside) => {
  expect(isInInsertion(typed.replace('|', ''), typed.indexOf('|'))).toBe(inside);
});
