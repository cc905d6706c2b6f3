import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { cardOf } from './cardOf.ts';

const context = { nodeTypes, connected: new Set<string>(), flowNames: {}, variables: { v1: { name: 'fee', type: { kind: 'number' as const }, order: 1 }, v2: { name: 'town', type: { kind: 'text' as const }, order: 2 } } };
const said = (type: string, data: Record<string, unknown>): string => {
  const definition = nodeTypes[type];
  if (!definition) throw new Error(`There is no ${type}.`);
  return cardOf({ type, x: 0, y: 0, data: JSON.parse(JSON.stringify({ ...definition.defaults(() => 0.5), ...data })) }, context).body.map(({ text, is }) => (is === 'variable' ? `<${text}>` : text)).join('');
};

test.each<[what: string, type: string, data: Record<string, unknown>, words: string]>([
  ['a change names its variable', 'assign', { assignments: { a: { variable: 'v1', value: '37', order: 1 } } }, '<fee> = 37'],
  ['several changes stand in a row', 'assign', { assignments: { a: { variable: 'v1', value: '37', order: 1 }, b: { variable: 'v2', value: '"Pune"', order: 2 } } }, '<fee> = 37 · <town> = "Pune"'],
  ['what is taken away is shown as such', 'assign', { assignments: { a: { variable: 'v2', value: '', order: 1 } } }, '<town> = –'],
  ['what a called flow gives back is no change of the card’s own', 'subflow', { results: { r: { variable: 'v1' } } }, ''],
  ['a question says what it asks', 'ask', { question: 'How much is {{fee}}?', save: 'v1' }, 'How much is <fee>?'],
  ['a loop says what it goes through, not where it keeps the item', 'loop', { list: 'towns', item: 'v2' }, 'towns'],
])('%s', (_, type, data, words) => expect(said(type, data)).toBe(words));
