import type { AcceptedBatch } from '@parley/shared/api/flows';
import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Batch } from '@parley/shared/flow/batch';
import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test, vi } from 'vitest';
import { overTheirs } from './collision.ts';
import type { BatchKeep, FlowDoor, Sent } from './door.ts';
import { createFlowStore } from './flowStore.ts';
import { savedOf } from './savedOf.ts';
import { syncFlow } from './syncFlow.ts';

/** A server in memory: orders batches, refuses those that do not fit, can be out of reach. */
function server(document: Flow) {
  const log: AcceptedBatch[] = [];
  const state = { flow: document, reachable: true, held: undefined as Promise<void> | undefined };
  const accept = (batch: Batch): Sent => {
    const known = log.find((accepted) => accepted.batch.id === batch.id);
    if (known) return { kind: 'accepted', accepted: known };
    const applied = applyBatch(state.flow, batch);
    const revision = log.length;
    if (!applied.ok) return { kind: 'late', stale: { error: { code: 'stale', message: '', fields: [], requestId: 'r' }, revision, flow: state.flow } };
    state.flow = applied.flow;
    const accepted: AcceptedBatch = { flowId: 'f', revision: revision + 1, batch, by: null, at: '2026-01-01T00:00:00.000Z' };
    log.push(accepted);
    return { kind: 'accepted', accepted };
  };
  const door: FlowDoor = {
    load: () => Promise.resolve({ flow: state.flow, revision: log.length }),
    async send(_flow, batch) {
      await state.held;
      return state.reachable ? accept(batch) : { kind: 'offline' };
    },
    since: (_flow, revision) => Promise.resolve(log.slice(revision)),
  };
  return { door, state, log, accept };
}

function open() {
  const random = seededRandom(3);
  const flow = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
  flow.nodes['end'] = { type: 'end', x: 0, y: 0, data: { text: '', outcome: 'done' } };
  const outside = server(flow);
  const kept: Record<string, readonly Batch[]> = {};
  const keep: BatchKeep = { read: () => Promise.resolve([]), write: (id, batches) => { kept[id] = batches; return Promise.resolve(); } };
  const store = createFlowStore({ id: 'f', flow, revision: 0, nodeTypes, random, clock: () => 0 });
  const refused: string[] = [];
  const sync = syncFlow({ store, door: outside.door, keep, onRefused: (message) => refused.push(message) });
  const write = (text: string) => store.change('Edit', (draft) => { const node = draft.nodes['end']; if (node) node.data['text'] = text; });
  const text = (document: Flow): unknown => document.nodes['end']?.data['text'];
  const theirs = (id: string, path: string[], value: string | number, base: string | number): Sent => outside.accept({ id, gesture: 'Theirs', ops: [{ op: 'set', path, value, base }] });
  return { outside, kept, store, sync, write, text, theirs, refused };
}

test('what is changed reaches the server in order, and is then confirmed', async () => {
  const { store, write, outside, text, sync, kept } = open();
  write('B');
  write('Bye');
  expect(savedOf(store.getState())).toBe('saving');
  await vi.waitFor(() => expect(store.getState().pending).toEqual([]));
  expect(text(outside.state.flow)).toBe('Bye');
  expect(store.getState()).toMatchObject({ revision: 2 });
  expect(store.getState().confirmed).toBe(store.getState().flow);
  expect(kept['f']).toEqual([]);
  expect(savedOf(store.getState())).toBe('saved');
  sync.close();
});

test('without a connection everything waits on this device, and goes when it is back', async () => {
  const { store, write, outside, text, sync, kept } = open();
  outside.state.reachable = false;
  write('Bye');
  await vi.waitFor(() => expect(savedOf(store.getState())).toBe('offline'));
  expect(kept['f']).toHaveLength(1);
  outside.state.reachable = true;
  sync.retry();
  await vi.waitFor(() => expect(text(outside.state.flow)).toBe('Bye'));
  sync.close();
});

test('an answer that got lost is no second edit', async () => {
  const { store, write, outside, sync } = open();
  outside.state.reachable = false;
  write('Bye');
  await vi.waitFor(() => expect(store.getState().offline).toBe(true));
  const [batch] = store.getState().pending;
  if (batch) outside.accept(batch);
  outside.state.reachable = true;
  sync.retry();
  await vi.waitFor(() => expect(store.getState().pending).toEqual([]));
  expect(outside.log).toHaveLength(1);
  expect(store.getState().collisions).toEqual([]);
  sync.close();
});

test('somebody else’s edit comes under mine', async () => {
  const { store, write, text, theirs, sync } = open();
  const sent = theirs('t1', ['nodes', 'end', 'x'], 90, 0);
  if (sent.kind === 'accepted') sync.receive(sent.accepted);
  write('Bye');
  await vi.waitFor(() => expect(store.getState().pending).toEqual([]));
  expect(store.getState().flow.nodes['end']).toMatchObject({ x: 90, data: { text: 'Bye' } });
  expect(text(store.getState().confirmed)).toBe('Bye');
  sync.close();
});

test('what was missed is asked for', async () => {
  const { store, theirs, sync } = open();
  theirs('t1', ['nodes', 'end', 'x'], 90, 0);
  const second = theirs('t2', ['nodes', 'end', 'x'], 120, 90);
  if (second.kind === 'accepted') sync.receive(second.accepted);
  await vi.waitFor(() => expect(store.getState()).toMatchObject({ revision: 2 }));
  expect(store.getState().flow.nodes['end']?.x).toBe(120);
  sync.close();
});

test('the same field twice is a question: theirs stands until the person chooses, mine can be put over it', async () => {
  const { store, write, text, theirs, outside, sync } = open();
  theirs('t1', ['nodes', 'end', 'data', 'text'], 'Theirs', '');
  write('Mine');
  await vi.waitFor(() => expect(store.getState().collisions).toHaveLength(1));
  expect(text(store.getState().flow)).toBe('Theirs');
  expect(savedOf(store.getState())).toBe('refused');
  const [collision] = store.getState().collisions;
  const ops = collision && overTheirs(store.getState().flow, collision);
  store.setState({ collisions: [] });
  store.changeByOps('Mine after all', ops ?? []);
  await vi.waitFor(() => expect(text(outside.state.flow)).toBe('Mine'));
  sync.close();
});
