import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { createFlowStore } from '../store/flowStore.ts';
import { drawMenu } from './makeMenu.ts';

test('a menu is a question with one option that leads back, and a drawing takes it', () => {
  const random = seededRandom(1);
  const store = createFlowStore({ id: 'f', flow: emptyFlow({ kind: 'subflow', language: 'en', random, nodeTypes }), revision: 1, nodeTypes, random, clock: () => 1 });
  expect(store.change('Menu', (flow) => drawMenu(flow, { random, nodeTypes, words: { name: 'Menu', question: 'What next?', back: 'Go back', gesture: 'Menu' } }))).toEqual({ ok: true });
  const { nodes, edges } = store.getState().flow;
  const [choice] = Object.values(nodes).filter(({ type }) => type === 'choice');
  expect(choice?.data).toMatchObject({ body: 'What next?' });
  expect(Object.values(choice?.data['options'] ?? {})).toMatchObject([{ label: 'Go back' }]);
  expect([Object.keys(nodes).length, Object.keys(edges).length]).toEqual([3, 2]);
});
