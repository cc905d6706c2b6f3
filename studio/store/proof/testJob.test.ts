import { drawGolden } from '@parley/shared/golden/drawGolden';
import type { ConversationTest } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { testAll } from './testJob.ts';

const set = drawGolden({ flow: {
  languages: ['en', 'fr'], variables: { name: 'text' },
  nodes: { begin: 'start', ask: { ask: { question: 'Who are you?', save: 'name' } }, hello: { message: { text: 'Hello {{name}}.' } }, done: 'end' },
  edges: ['begin -> ask', 'ask.answered -> hello', 'hello -> done'],
  translations: { fr: { 'ask/question': 'Qui êtes-vous ?', 'hello/text': 'Bonjour {{name}}.' } },
} }, nodeTypes);
const kept: ConversationTest = { description: 'Greets Ann', language: 'en', clock: '2026-11-20T10:00:00.000Z', conversation: [{ bot: 'Who are you?' }, { user: 'Ann' }, { bot: 'Hi Ann.' }, { ends: true }] };

test('all tests together take every way, in each language, and paint edges and nodes by their ids', () => {
  const { written, ways, missing, edges, nodes } = testAll(set, []);
  expect(written.map(({ language }) => language)).toEqual(['en', 'fr']);
  expect(written.flatMap(({ runs }) => runs).every(({ passed }) => passed)).toBe(true);
  expect([missing, ways > 3]).toEqual([[], true]);
  expect(edges.toSorted()).toEqual(['main/e1', 'main/e2', 'main/e3']);
  expect(['main/begin', 'main/ask', 'main/hello', 'main/done'].filter((node) => !nodes.includes(node))).toEqual([]);
});

test('a kept test that goes otherwise says what, and what would be right now', () => {
  const [run] = testAll(set, [kept]).kept;
  expect(run).toMatchObject({ passed: false, sentence: 'Expected that the bot says “Hi Ann.”, but the bot says “Hello Ann.”.' });
  expect(run?.now?.conversation[2]).toEqual({ bot: 'Hello Ann.' });
  expect(testAll(set, run?.now ? [run.now] : []).kept[0]?.passed).toBe(true);
});
