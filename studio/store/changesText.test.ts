import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { changesText } from './changesText.ts';

test('changes can be read by whoever they are pasted to', () => {
  const flow = emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(3), nodeTypes });
  flow.nodes['n1'] = { type: 'end', x: 0, y: 0, title: 'Goodbye', data: { text: '' } };
  expect(changesText(flow, [
    { id: 'a', gesture: 'Edit Goodbye', ops: [{ op: 'set', path: ['nodes', 'n1', 'data', 'text'], value: 'See you\nsoon', base: '' }] },
    { id: 'b', gesture: 'Delete', ops: [{ op: 'remove', path: ['edges', 'e1'], hash: 'x' }, { op: 'add', path: ['notes', 'm'], value: { text: 'Hi' } }] },
  ], 'removed')).toBe('Edit Goodbye\n  “Goodbye” › data › text: See you\nsoon\n\nDelete\n  edges › e1: removed\n  notes › m: {\n    "text": "Hi"\n  }');
});
