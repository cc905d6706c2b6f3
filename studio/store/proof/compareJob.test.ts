import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { compareConversations } from './compareJob.ts';

const drawn = (hello: string, more: { nodes?: object; edges?: string[] } = {}) => drawGolden({ flow: {
  languages: ['en', 'fr'], variables: { name: 'text' },
  nodes: { begin: 'start', ask: { ask: { question: 'Who are you?', save: 'name' } }, hello: { message: { text: hello } }, done: 'end', ...more.nodes },
  edges: more.edges ?? ['begin -> ask', 'ask.answered -> hello', 'hello -> done'],
  translations: { fr: { 'ask/question': 'Qui êtes-vous ?', 'hello/text': 'Bonjour {{name}}.' } },
} }, nodeTypes);

test('a version goes as itself', () => {
  const { ran, otherwise } = compareConversations(drawn('Hello {{name}}.'), drawn('Hello {{name}}.'));
  expect(ran).toBeGreaterThanOrEqual(2);
  expect(otherwise).toEqual([]);
});

test('a changed text is told in its own language only, and what became of it', () => {
  const { otherwise } = compareConversations(drawn('Hello {{name}}.'), drawn('Good day, {{name}}.'));
  expect(new Set(otherwise.map(({ language }) => language))).toEqual(new Set(['en']));
  expect(otherwise[0]?.sentence).toMatch(/Expected that the bot says “Hello .*”, but the bot says “Good day, .*”\./);
});

test('a conversation that gets nowhere now is told', () => {
  const after = drawn('Hello {{name}}.', { edges: ['begin -> done'] });
  expect(compareConversations(drawn('Hello {{name}}.'), after).otherwise.length).toBeGreaterThanOrEqual(2);
});
