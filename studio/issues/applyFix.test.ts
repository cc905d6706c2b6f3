import type { FlowHead } from '@parley/shared/api/flows';
import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import type { Issue } from '@parley/shared/issues/issue';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { createBook } from '../store/book.ts';
import { takeBack } from '../store/takeBack.ts';
import { applyFix } from './goToIssue.ts';

const head = (id: string): FlowHead => ({ id, botId: 'bot', kind: id === 'main' ? 'bot' : 'subflow', name: id, revision: 1, changedAt: '2026-01-01T00:00:00.000Z' });

/** A bot with a main flow and a subflow, looked at in the one that is named. */
async function at(flowId: string) {
  const random = seededRandom(5);
  const documents: Record<string, Flow> = Object.fromEntries(['main', 'sub'].map((id) => [id, emptyFlow({ kind: id === 'main' ? 'bot' : 'subflow', language: 'en', random, nodeTypes })]));
  const book = createBook('bot', 'main', {
    door: { load: (id) => (documents[id] ? Promise.resolve({ flow: documents[id], revision: 1 }) : Promise.reject(new Error('gone'))), send: () => Promise.resolve({ kind: 'offline' }), since: () => Promise.resolve([]) },
    keep: { read: () => Promise.resolve([]), write: () => Promise.resolve() }, nodeTypes, random, clock: () => 1, onRefused: () => undefined,
  });
  for (const id of ['main', 'sub']) await book.add(head(id));
  const flowOf = (id: string) => book.flows.getState()[id]?.store.getState().flow;
  const store = book.flows.getState()[flowId]?.store;
  if (!store) throw new Error(`${flowId} is not here.`);
  const door = { bringBack: () => Promise.reject(new Error('nothing went')), takeAway: () => Promise.resolve() };
  return { desk: { book, store, flowId, random, nodeTypes }, flowOf, undo: () => takeBack({ book, door, store }, 'undo') };
}

const issue: Issue = { check: 'silence', severity: 'warning', flow: 'sub', nodeId: 'ask', message: '' };

test.each([
  ['the flow that is open', 'main', 'main'],
  ['the main flow, from one it calls', 'sub', 'main'],
  ['a called flow, from the main one', 'main', undefined],
])('a fix of %s is one gesture, and goes back from where it was pressed', async (_name, here, flow) => {
  const { desk, flowOf, undo } = await at(here);
  const changed = flow ?? issue.flow;
  const before = flowOf(changed);
  expect(applyFix(desk, issue, { label: 'End after an hour', ...(flow !== undefined && { flow }), set: [{ path: ['settings', 'silenceAfter'], value: 'PT1H' }] })).toBe(true);
  expect(flowOf(changed)?.settings.silenceAfter).toBe('PT1H');
  const { here: taken, kept } = await undo();
  expect(taken && 'gesture' in taken).toBe(true);
  expect(kept).toEqual([]);
  expect(flowOf(changed)).toEqual(before);
});

test('a fix of a flow that is gone does nothing', async () => {
  const { desk } = await at('main');
  expect(applyFix(desk, issue, { label: 'End', flow: 'gone', set: [] })).toBe(false);
});
