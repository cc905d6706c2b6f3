import type { AcceptedBatch } from '@parley/shared/api/flows';
import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Batch } from '@parley/shared/flow/batch';
import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import { overTheirs, sidesOf } from './collision.ts';
import type { BatchKeep, FlowDoor, Halt, Sent } from './door.ts';
import { createBook } from './book.ts';
import { createFlowStore } from './flowStore.ts';
import { savedOf } from './savedOf.ts';
import { syncFlow } from './syncFlow.ts';

/** A server in memory: orders batches, refuses those that do not fit, can be out of reach. */
function server(document: Flow) {
  const log: AcceptedBatch[] = [];
  const state = { flow: document, reachable: true, halted: undefined as Halt | undefined, unfit: undefined as string | undefined, held: undefined as Promise<void> | undefined };
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
      if (state.halted) return { kind: 'halted', why: state.halted };
      if (state.unfit) return { kind: 'refused', message: state.unfit };
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
  await expect.poll(() => store.getState().pending).toEqual([]);
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
  await expect.poll(() => savedOf(store.getState())).toBe('offline');
  expect(kept['f']).toHaveLength(1);
  outside.state.reachable = true;
  sync.retry();
  await expect.poll(() => text(outside.state.flow)).toBe('Bye');
  sync.close();
});

test('an answer that got lost is no second edit', async () => {
  const { store, write, outside, sync } = open();
  outside.state.reachable = false;
  write('Bye');
  await expect.poll(() => store.getState().offline).toBe(true);
  const [batch] = store.getState().pending;
  if (batch) outside.accept(batch);
  outside.state.reachable = true;
  sync.retry();
  await expect.poll(() => store.getState().pending).toEqual([]);
  expect(outside.log).toHaveLength(1);
  expect(store.getState().collisions).toEqual([]);
  sync.close();
});

test('somebody else’s edit comes under mine', async () => {
  const { store, write, text, theirs, sync } = open();
  const sent = theirs('t1', ['nodes', 'end', 'x'], 90, 0);
  if (sent.kind === 'accepted') sync.receive(sent.accepted);
  write('Bye');
  await expect.poll(() => store.getState().pending).toEqual([]);
  expect(store.getState().flow.nodes['end']).toMatchObject({ x: 90, data: { text: 'Bye' } });
  expect(text(store.getState().confirmed)).toBe('Bye');
  sync.close();
});

test('what was missed is asked for', async () => {
  const { store, theirs, sync } = open();
  theirs('t1', ['nodes', 'end', 'x'], 90, 0);
  const second = theirs('t2', ['nodes', 'end', 'x'], 120, 90);
  if (second.kind === 'accepted') sync.receive(second.accepted);
  await expect.poll(() => store.getState()).toMatchObject({ revision: 2 });
  expect(store.getState().flow.nodes['end']?.x).toBe(120);
  sync.close();
});

test('the same field twice is a question: theirs stands until the person chooses, mine can be put over it', async () => {
  const { store, write, text, theirs, outside, sync } = open();
  theirs('t1', ['nodes', 'end', 'data', 'text'], 'Theirs', '');
  write('Mine');
  await expect.poll(() => store.getState().collisions).toHaveLength(1);
  expect(text(store.getState().flow)).toBe('Theirs');
  expect(savedOf(store.getState())).toBe('refused');
  const [collision] = store.getState().collisions;
  const ops = collision && overTheirs(store.getState().flow, collision);
  store.setState({ collisions: [] });
  store.changeByOps('Mine after all', ops ?? []);
  await expect.poll(() => text(outside.state.flow)).toBe('Mine');
  sync.close();
});

test.each(['signedOut', 'forbidden'] as const)('when nothing is taken any more (%s) my work stays, is kept, is said, and goes when it is taken again', async (why) => {
  const { store, write, outside, text, sync, kept } = open();
  outside.state.halted = why;
  write('Bye');
  await expect.poll(() => savedOf(store.getState())).toBe(why);
  write('Bye then');
  expect(text(store.getState().flow)).toBe('Bye then');
  await expect.poll(() => kept['f']?.length).toBeGreaterThan(0);
  expect(outside.log).toEqual([]);
  outside.state.halted = undefined;
  sync.retry();
  await expect.poll(() => text(outside.state.flow)).toBe('Bye then');
  await expect.poll(() => savedOf(store.getState())).toBe('saved');
  sync.close();
});

test('what I drew in a flow that is gone stays for copying, and nothing is sent there any more', async () => {
  const { store, write, outside, text, sync, kept } = open();
  outside.state.halted = 'gone';
  write('Bye');
  await expect.poll(() => savedOf(store.getState())).toBe('gone');
  outside.state.halted = undefined;
  sync.retry();
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  expect(outside.log).toEqual([]);
  expect(text(store.getState().flow)).toBe('Bye');
  expect(kept['f']).toHaveLength(1);
  sync.close();
});

test('giving up what was not taken leaves the drawing as the server has it', async () => {
  const { store, write, outside, text, sync, kept } = open();
  outside.state.halted = 'forbidden';
  write('Bye');
  await expect.poll(() => store.getState().halted).toBe('forbidden');
  sync.discard();
  expect(text(store.getState().flow)).toBe('');
  expect(savedOf(store.getState())).toBe('saved');
  expect(kept['f']).toEqual([]);
  expect(store.undo()).toBeUndefined();
  sync.close();
});

test('an edit the server will never take is kept for copying, with its sentence', async () => {
  const { store, write, outside, text, sync, refused } = open();
  outside.state.unfit = 'Too wide.';
  write('Bye');
  await expect.poll(() => store.getState().unfit).toMatchObject([{ message: 'Too wide.', batch: { gesture: 'Edit' } }]);
  expect(text(store.getState().flow)).toBe('');
  expect(refused).toEqual(['Too wide.']);
  expect(savedOf(store.getState())).toBe('refused');
  sync.close();
});

test('two people who make the same edit are not asked about it', async () => {
  const { store, write, text, theirs, sync } = open();
  theirs('t1', ['nodes', 'end', 'data', 'text'], 'Same', '');
  write('Same');
  await expect.poll(() => store.getState().pending).toEqual([]);
  expect(text(store.getState().flow)).toBe('Same');
  expect(store.getState().collisions).toEqual([]);
  sync.close();
});

test('a drawing replaced as a whole, restored from a version, comes under my edits; what it changed too is a question', async () => {
  const { store, write, text, outside, sync, kept } = open();
  outside.state.reachable = false;
  write('Mine');
  store.change('Move', (draft) => { const node = draft.nodes['end']; if (node) node.x = 40; });
  await expect.poll(() => store.getState().offline).toBe(true);
  outside.accept({ id: 'restore', gesture: 'Restore version 3', ops: [{ op: 'set', path: ['nodes', 'end', 'data', 'text'], value: 'Restored', base: '' }, { op: 'add', path: ['notes', 'm1'], value: { text: 'Old', x: 0, y: 0, width: 100, height: 80 } }] });
  outside.state.reachable = true;
  sync.retry();
  await expect.poll(() => store.getState()).toMatchObject({ pending: [], revision: 2 });
  expect(store.getState().flow.nodes['end']?.x).toBe(40);
  expect(text(store.getState().flow)).toBe('Restored');
  expect(store.getState().collisions).toMatchObject([{ batch: { gesture: 'Edit' } }]);
  // Asked and not answered, a crash loses nothing.
  expect(kept['f']).toMatchObject([{ gesture: 'Edit' }]);
  sync.close();
});

test('a server that went back, to a backup, is believed: nothing of mine that it has not is taken for saved', async () => {
  const { store, write, outside, text, sync } = open();
  write('One');
  await expect.poll(() => savedOf(store.getState())).toBe('saved');
  write('Two');
  await expect.poll(() => store.getState()).toMatchObject({ pending: [], revision: 2 });
  const [first] = outside.log;
  outside.log.length = 1;
  outside.state.flow = { ...outside.state.flow, nodes: { ...outside.state.flow.nodes, end: { type: 'end', x: 0, y: 0, data: { text: 'One', outcome: 'done' } } } };
  store.change('Move', (draft) => { const node = draft.nodes['end']; if (node) node.x = 7; });
  await expect.poll(() => store.getState().pending).toEqual([]);
  await expect.poll(() => store.getState().flow).toEqual(outside.state.flow);
  expect(first?.batch.gesture).toBe('Edit');
  expect(text(store.getState().flow)).toBe('One');
  expect(store.getState().flow.nodes['end']?.x).toBe(7);
  sync.close();
});

describe('what a former visit could not send', () => {
  const visit = async (kept: Batch[], meanwhile: (outside: ReturnType<typeof server>) => void) => {
    const random = seededRandom(3);
    const flow = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
    flow.nodes['end'] = { type: 'end', x: 0, y: 0, data: { text: '', outcome: 'done' } };
    const outside = server(flow);
    meanwhile(outside);
    const keep: BatchKeep = { read: () => Promise.resolve(kept), write: () => Promise.resolve() };
    const book = createBook('b', 'f', { door: outside.door, keep, nodeTypes, random, clock: () => 0, onRefused: () => undefined });
    await book.add({ id: 'f', botId: 'b', kind: 'bot', name: 'Main', revision: 0, changedAt: '2026-01-01T00:00:00.000Z' });
    const entry = book.flows.getState()['f'];
    if (!entry) throw new Error('The flow is in the book.');
    await expect.poll(() => entry.store.getState().pending).toEqual([]);
    book.close();
    return { outside, state: entry.store.getState() };
  };
  const crashed: Batch = { id: 'crashed', gesture: 'Edit End', ops: [{ op: 'set', path: ['nodes', 'end', 'data', 'text'], value: 'Mine', base: '' }] };

  test('is sent', async () => {
    const { outside, state } = await visit([crashed], () => undefined);
    expect(outside.state.flow.nodes['end']?.data['text']).toBe('Mine');
    expect(state.collisions).toEqual([]);
  });

  test('is a question where somebody changed the same meanwhile, with both sides: nothing is lost', async () => {
    const { state } = await visit([crashed], ({ accept }) => { accept({ id: 't', gesture: 'Theirs', ops: [{ op: 'set', path: ['nodes', 'end', 'data', 'text'], value: 'Theirs', base: '' }] }); });
    expect(state.collisions).toHaveLength(1);
    expect(state.collisions.map(sidesOf)).toEqual([{ mine: 'Mine', theirs: 'Theirs' }]);
  });

  test('is no question where the server had taken it and only its answer was lost, not even when more came after', async () => {
    const { outside, state } = await visit([crashed], ({ accept }) => {
      accept(crashed);
      accept({ id: 't', gesture: 'Theirs', ops: [{ op: 'set', path: ['nodes', 'end', 'data', 'text'], value: 'Later', base: 'Mine' }] });
    });
    expect(state.collisions).toEqual([]);
    expect(state.flow.nodes['end']?.data['text']).toBe('Later');
    expect(outside.log).toHaveLength(2);
  });
});
