import type { Flow } from '@parley/shared/flow/document';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { beforeEach, describe, expect, test } from 'vitest';
import { putAt } from '@parley/shared/flow/putAt';
import { valueAt } from '../../store/collision.ts';
import { createBook } from '../../store/book.ts';
import { createFlowStore } from '../../store/flowStore.ts';
import type { FlowStore } from '../../store/flowStore.ts';
import { applyDraft } from './applyDraft.ts';
import { keepDraft, useDrafts } from './drafts.ts';
import { thingIn } from './thing.ts';

const set = drawGolden({ flow: { nodes: { begin: 'start', ask: { ask: { question: 'Who?' } }, done: 'end' }, edges: ['begin -> ask', 'ask.answered -> done'] } }, nodeTypes);
const flow = set.flows[set.main] as Flow;
const say = (key: string): string => key;
const key = 'main/nodes/ask';
let store: FlowStore;

const book = createBook('bot', 'main', { door: { load: () => Promise.reject(new Error('Nothing is loaded here.')), send: () => Promise.resolve({ kind: 'offline' }), since: () => Promise.resolve([]) }, keep: { read: () => Promise.resolve([]), write: () => Promise.resolve() }, nodeTypes, random: seededRandom(2), clock: () => 1, onRefused: () => undefined });
beforeEach(() => {
  store = createFlowStore({ id: 'main', flow, revision: 1, nodeTypes, random: seededRandom(1), clock: () => 1 });
  keepDraft(key, undefined);
});

/** Types a text over the node as it is, and tries to apply it. */
function applied(change: object | string, { editable = true, meanwhile }: { editable?: boolean; meanwhile?: (flow: Flow) => void } = {}): boolean {
  const thing = thingIn(flow, ['ask']);
  const base = valueAt(flow, thing.path) ?? null;
  const draft = { base, text: typeof change === 'string' ? change : JSON.stringify({ ...flow.nodes['ask'], ...change }) };
  keepDraft(key, draft);
  if (meanwhile) store.change('theirs', meanwhile);
  return applyDraft({ store, book, nodeTypes, editable }, { thing, key, draft, title: 'Ask', say });
}

describe('a typed text', () => {
  test('becomes one edit that undo takes back whole', () => {
    expect(applied({ title: 'Name', x: 500, data: { ...flow.nodes['ask']?.data, question: 'Your name?' } })).toBe(true);
    expect(store.getState().flow.nodes['ask']).toMatchObject({ title: 'Name', x: 500, data: { question: 'Your name?' } });
    expect(store.getState().undo.map(({ gesture }) => gesture)).toEqual(['json.gesture']);
    store.undo();
    expect(store.getState().flow).toEqual(flow);
    expect(useDrafts.getState()).toEqual({});
  });

  test.each(['', '{', '[]', '{"type":"ask"}', JSON.stringify({ ...flow.nodes['ask'], more: 1 }), JSON.stringify({ ...flow.nodes['ask'], x: '1' }), JSON.stringify({ ...flow.nodes['ask'], type: 'end' })])('that is wrong never touches the drawing, and stays: %s', (text) => {
    expect(applied(text)).toBe(false);
    expect(store.getState().flow).toBe(flow);
    expect(useDrafts.getState()[key]?.text).toBe(text);
  });

  test('of somebody who may only look is not taken', () => {
    expect(applied({ title: 'Name' }, { editable: false })).toBe(false);
    expect(store.getState().flow).toBe(flow);
  });

  test('leaves what others changed meanwhile', () => {
    expect(applied({ title: 'Name' }, { meanwhile: (draft) => putAt(draft, ['nodes', 'ask', 'data', 'question'], 'Theirs?') })).toBe(true);
    expect(store.getState().flow.nodes['ask']).toMatchObject({ title: 'Name', data: { question: 'Theirs?' } });
    expect(store.getState().collisions).toEqual([]);
  });

  test('that changes what others changed asks which of both counts', () => {
    expect(applied({ title: 'Mine', data: { ...flow.nodes['ask']?.data, question: 'Mine?' } }, { meanwhile: (draft) => putAt(draft, ['nodes', 'ask', 'data', 'question'], 'Theirs?') })).toBe(true);
    expect(store.getState().flow.nodes['ask']).toMatchObject({ title: 'Mine', data: { question: 'Theirs?' } });
    expect(store.getState().collisions.map(({ refusal, batch: { ops } }) => [refusal.current, ops])).toEqual([['Theirs?', [{ op: 'set', path: ['nodes', 'ask', 'data', 'question'], value: 'Mine?', base: 'Who?' }]]]);
  });
});
