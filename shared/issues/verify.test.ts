import { expect, test } from 'vitest';
import { nodeTypes } from '../nodes/index.ts';
import { randomFlow } from '../test/randomFlow.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import { proofText } from './proofText.ts';
import { verify } from './verify.ts';

test('is total: 300 random sets of flows with all kinds of mistakes', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 300; seed += 1) for (const { check } of verify(randomFlow(seed), nodeTypes).issues) seen.add(check);
  expect([...seen].sort()).toContain('unconnected');
});
test('smoke', () => {
  const set = drawGolden({ flow: { variables: { name: 'text', wash: 'text' }, nodes: { start: 'start', hi: { ask: { question: 'Name?', save: 'name' } }, pick: { choice: { body: 'Which, {{name}}?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } }, save: 'wash' } }, bye: { end: { text: 'Bye {{wash}}' } } }, edges: ['start -> hi', 'hi -> pick', 'pick.a -> bye'] } }, nodeTypes);
  const { issues, facts } = verify(set, nodeTypes);
});
