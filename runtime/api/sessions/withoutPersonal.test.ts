import { drawGolden } from '@parley/shared/golden/drawGolden';
import { compile } from '@parley/shared/compiler/compile';
import { playOn } from '@parley/shared/golden/playGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { GoldenStep, Sketch } from '@parley/shared/nodes/golden';
import { expect, test } from 'vitest';
import { withoutPersonal } from './withoutPersonal.ts';

const text = { kind: 'text' } as const;
const secret = 'Grace Hopper';

const sketch: Sketch = {
  variables: { name: { type: text, personal: true }, town: 'text', friends: { type: { kind: 'list', of: text }, personal: true }, friend: 'text' },
  nodes: {
    start: 'start', who: { ask: { question: 'Who?', save: 'name' } }, add: { assign: { assignments: { f: { variable: 'friends', value: '[name, name]', order: 1 } } } },
    each: { loop: { list: 'friends', item: 'friend' } }, say: { ask: { question: 'And {{friend}}?' } }, call: { subflow: { flow: 'sub', args: { whom: { value: 'name' } }, results: {} } }, bye: 'end',
  },
  edges: ['start -> who', 'who -> add', 'add.next -> each', 'each.each -> say', 'say -> call', 'call.done -> each', 'each.done -> bye'],
};
const sub: Sketch = { variables: { whom: { type: text, personal: true, direction: 'in' } }, nodes: { start: 'start', ask: { ask: { question: 'Really?' } }, done: { end: { text: '' } } }, edges: ['start -> ask', 'ask -> done'] };

test.each<[string, GoldenStep[], string[]]>([
  ['an answer, and a list that is gone through', [{ user: 'hi' }, { user: secret }], ['friend', 'friends', 'name']],
  ['what a called flow was given', [{ user: 'hi' }, { user: secret }, { user: 'yes' }], ['friend', 'friends', 'name', 'whom']],
])('%s leaves nothing of it', (_name, conversation, names) => {
  const machine = compile(drawGolden({ flow: sketch, subflows: { sub } }, nodeTypes), nodeTypes);
  const { snapshot } = playOn({ description: 'x', clock: '2026-11-20T09:00:00Z', conversation }, machine);
  expect(JSON.stringify(snapshot)).toContain(secret);
  const { snapshot: plain, left } = withoutPersonal(machine, snapshot);
  expect(left.toSorted()).toEqual(names);
  expect(Object.keys(plain.variables)).not.toContain('name');
  expect(JSON.stringify(plain.frames)).not.toContain(secret);
});
