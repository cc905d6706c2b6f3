import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import type { Flow } from '@parley/shared/flow/document';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import { createFlowStore } from './flowStore.ts';
import type { FlowStore } from './flowStore.ts';

function open(clock = { now: 0 }): FlowStore {
  const random = seededRandom(7);
  const flow = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
  flow.nodes['end'] = { type: 'end', x: 0, y: 0, data: { text: '', outcome: 'done' } };
  return createFlowStore({ id: 'f', flow, revision: 3, nodeTypes, random, clock: () => clock.now });
}
const write = (text: string) => (flow: Flow) => { const node = flow.nodes['end']; if (node) node.data['text'] = text; };
const textOf = (store: FlowStore): unknown => store.getState().flow.nodes['end']?.data['text'];

describe('changes', () => {
  test('are shown at once and wait for the server', () => {
    const store = open();
    expect(store.change('Edit', write('Bye'))).toEqual({ ok: true });
    expect(textOf(store)).toBe('Bye');
    expect(store.getState().confirmed.nodes['end']?.data['text']).toBe('');
    expect(store.getState().pending.map(({ gesture }) => gesture)).toEqual(['Edit']);
  });

  test('that give the document a wrong shape are refused with the path', () => {
    const store = open();
    const changed = store.change('Edit', (flow) => { const node = flow.nodes['end']; if (node) node.data['outcome'] = 'sideways'; });
    expect(changed).toMatchObject({ ok: false, problems: [{ path: 'nodes.end.data.outcome' }] });
    expect(store.getState().pending).toEqual([]);
  });

  test('that change nothing send nothing', () => {
    const store = open();
    store.change('Edit', write(''));
    expect(store.getState().pending).toEqual([]);
    expect(store.getState().undo).toEqual([]);
  });

  test('typing in one place is one batch and one line of undo, until a pause', () => {
    const clock = { now: 0 };
    const store = open(clock);
    for (const text of ['B', 'By', 'Bye']) {
      clock.now += 300;
      store.change('Edit', write(text), { typing: true });
    }
    expect(store.getState().pending).toHaveLength(1);
    expect(store.getState().undo).toHaveLength(1);
    clock.now += 10_000;
    store.change('Edit', write('Bye now'), { typing: true });
    expect(store.getState().undo).toHaveLength(2);
    store.undo();
    expect(textOf(store)).toBe('Bye');
    store.undo();
    expect(textOf(store)).toBe('');
    store.redo();
    expect(textOf(store)).toBe('Bye');
  });

  test('a batch on its way is not typed into any more', () => {
    const store = open();
    store.change('Edit', write('B'), { typing: true });
    store.setState({ sending: true });
    store.change('Edit', write('By'), { typing: true });
    expect(store.getState().pending.map(({ ops }) => ops[0])).toMatchObject([{ value: 'B' }, { value: 'By' }]);
  });
});

describe('undo', () => {
  test('takes back mine and leaves what somebody else changed elsewhere', () => {
    const store = open();
    store.change('Edit', write('Bye'));
    const theirs = structuredClone(store.getState().flow);
    const node = theirs.nodes['end'];
    if (node) node.x = 500;
    store.settle({ confirmed: theirs, flow: theirs, pending: [], revision: 5 }, true);
    expect(store.undo()).toEqual({ gesture: 'Edit' });
    expect(store.getState().flow.nodes['end']).toMatchObject({ x: 500, data: { text: '' } });
  });

  test('is refused where somebody else’s edit stands, and says where', () => {
    const store = open();
    store.change('Edit', write('Bye'));
    const theirs = structuredClone(store.getState().flow);
    const node = theirs.nodes['end'];
    if (node) node.data['text'] = 'Theirs';
    store.settle({ confirmed: theirs, flow: theirs, pending: [], revision: 5 }, true);
    expect(store.undo()).toEqual({ refusedAt: ['nodes', 'end', 'data', 'text'] });
    expect(textOf(store)).toBe('Theirs');
    expect(store.undo()).toBeUndefined();
  });
});

test('what was typed while somebody else wrote in the same place is a question, not a change', () => {
  const store = open();
  store.change('Edit', write('Theirs'));
  store.collide('Edit', { path: ['nodes', 'end', 'data', 'text'], value: 'Mine', base: '' });
  expect(textOf(store)).toBe('Theirs');
  expect(store.getState().collisions).toMatchObject([{ refusal: { reason: 'stale', current: 'Theirs' } }]);
});
