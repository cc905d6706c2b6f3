import { expect, test } from 'vitest';
import { completionAt, isInInsertion } from './completionAt.ts';

const names = ['name', 'number', 'day'].map((name, order) => ({ name, type: { kind: 'text' as const }, order }));
const at = (text: string, kind: 'template' | 'expression') => {
  const caret = text.indexOf('|');
  const found = completionAt({ text: text.replace('|', ''), caret, template: kind === 'template', expression: kind === 'expression', names });
  return found && { names: found.options.map(({ name }) => name), insert: found.insert('name') };
};

test.each([
  ['Hello {{|', 'template', ['name', 'number', 'day'], 'name}}'],
  ['Hello {{na|}}', 'template', ['name'], 'name'],
  ['n|', 'expression', ['name', 'number'], 'name'],
] as const)('%s in a %s', (text, kind, options, insert) => {
  expect(at(text, kind)).toEqual({ names: options, insert });
});

test.each([['Hello n|', 'template'], ['{{day}} n|', 'template'], ['1 + |', 'expression'], ['day.n|', 'expression']] as const)('nothing at %s in a %s', (text, kind) => {
  expect(at(text, kind)).toBeUndefined();
});

test.each([['Hello {{que|', true], ['Hello {{customer.|', true], ['{{a}} {{b|}}', true], ['Hello {|', false], ['{{a}}|', false], ['{{a}} and |{{b}}', false]] as const)('%s: in an insertion %s', (text, inside) => {
  expect(isInInsertion(text.replace('|', ''), text.indexOf('|'))).toBe(inside);
});
