import type { AcceptedBatch, FlowHead } from '@parley/shared/api/flows';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import type { Random } from '@parley/shared/lib/id';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { BatchKeep, FlowDoor } from './door.ts';
import { createFlowStore } from './flowStore.ts';
import type { FlowListener, FlowState, FlowStore, Line } from './flowStore.ts';
import { syncFlow } from './syncFlow.ts';
import type { FlowSync } from './syncFlow.ts';

/** One flow of the bot, open for editing. */
export interface BookFlow {
  head: FlowHead;
  store: FlowStore;
  sync: FlowSync;
}

/** All flows of a bot: they are drawn one by one and proven together. */
export interface Book {
  botId: string;
  main: string;
  /** By flow id; changes when a flow is added, removed or renamed. */
  flows: StoreApi<Record<string, BookFlow>>;
  /** Loads a flow and puts it into the book, unless it is taken out meanwhile. */
  add(head: FlowHead): Promise<void>;
  rename(id: string, name: string): void;
  remove(id: string): void;
  flowSet(): FlowSet;
  receive(accepted: AcceptedBatch): void;
  /** Hears every change of every flow; called with each flow's document for a start. */
  listen(listener: (flow: string, what: Parameters<FlowListener>[0]) => void): () => void;
  close(): void;
}

/** What a book stands on; everything outside is handed in. */
export interface BookGround {
  door: FlowDoor;
  keep: BatchKeep;
  nodeTypes: NodeTypes;
  random: Random;
  clock: () => number;
  onRefused: (message: string) => void;
}

/** Makes the empty book of a bot; `add` its flows next, the main one first. */
export function createBook(botId: string, main: string, ground: BookGround): Book {
  const flows = createStore<Record<string, BookFlow>>(() => ({}));
  const listeners = new Set<(flow: string, what: Parameters<FlowListener>[0]) => void>();
  // What can be taken back in a flow that went away is there again when it comes back.
  const lines = new Map<string, Pick<FlowState, 'undo' | 'redo'>>();
  // How often each flow was taken out: one that is still on its way in when that happens stays out.
  const removals = new Map<string, number>();
  const tell = (flow: string, what: Parameters<FlowListener>[0]): void => { for (const listener of listeners) listener(flow, what); };

  return {
    botId,
    main,
    flows,
    async add(head) {
      const before = removals.get(head.id);
      const [draft, kept] = await Promise.all([ground.door.load(head.id), ground.keep.read(head.id)]);
      if (flows.getState()[head.id] || removals.get(head.id) !== before) return;
      const store = createFlowStore({ ...ground, id: head.id, flow: draft.flow, revision: draft.revision });
      store.setState(lines.get(head.id) ?? {});
      store.subscribe(({ undo, redo }, before) => { if (redo !== before.redo) forgetLost(flows.getState(), before.redo.filter((line) => !redo.includes(line)), undo); });
      store.listen((what) => tell(head.id, what));
      const sync = syncFlow({ store, door: ground.door, keep: ground.keep, onRefused: ground.onRefused });
      flows.setState({ [head.id]: { head, store, sync } });
      tell(head.id, { flow: draft.flow });
      // What a former visit could not send goes on top, in its order. What does not fit is sent nevertheless: the server knows whether it has it already, or somebody else was there meanwhile and I am asked.
      for (const batch of kept) {
        if (!store.changeByOps(batch.gesture, batch.ops, { batch: batch.id }).ok) store.setState(({ pending }) => ({ pending: [...pending, batch] }));
      }
    },
    rename(id, name) {
      const entry = flows.getState()[id];
      if (entry) flows.setState({ [id]: { ...entry, head: { ...entry.head, name } } });
    },
    remove(id) {
      removals.set(id, (removals.get(id) ?? 0) + 1);
      const entry = flows.getState()[id];
      entry?.sync.close();
      if (entry) lines.set(id, { undo: entry.store.getState().undo, redo: entry.store.getState().redo });
      flows.setState(Object.fromEntries(Object.entries(flows.getState()).filter(([other]) => other !== id)), true);
      tell(id, { gone: true });
    },
    flowSet: () => ({ main, flows: Object.fromEntries(Object.entries(flows.getState()).map(([id, { store }]): [string, Flow] => [id, store.getState().flow])) }),
    receive(accepted) {
      flows.getState()[accepted.flowId]?.sync.receive(accepted);
    },
    listen(listener) {
      listeners.add(listener);
      for (const [id, { store }] of Object.entries(flows.getState())) listener(id, { flow: store.getState().flow });
      return () => listeners.delete(listener);
    },
    close() {
      for (const { sync } of Object.values(flows.getState())) sync.close();
    },
  };
}

/** A gesture that one flow cannot make again any more is made again in no other: half of it would be a broken drawing. */
function forgetLost(flows: Readonly<Record<string, BookFlow>>, gone: readonly Line[], undo: readonly Line[]): void {
  const lost = new Set(gone.flatMap(({ joint }) => (joint && !undo.some((line) => line.joint?.id === joint.id) ? [joint.id] : [])));
  if (lost.size === 0) return;
  for (const { store } of Object.values(flows)) {
    const { redo } = store.getState();
    const left = redo.filter(({ joint }) => !joint || !lost.has(joint.id));
    if (left.length < redo.length) store.setState({ redo: left });
  }
}
