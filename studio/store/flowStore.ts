import { applyBatch, inverseOps } from '@parley/shared/flow/applyBatch';
import type { Batch, Op } from '@parley/shared/flow/batch';
import { checkTouched } from '@parley/shared/flow/checkTouched';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Flow } from '@parley/shared/flow/document';
import type { Problem } from '@parley/shared/flow/problems';
import { makeId } from '@parley/shared/lib/id';
import type { Random } from '@parley/shared/lib/id';
import type { Json } from '@parley/shared/lib/json';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { produce } from 'immer';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { joined } from './joined.ts';
import { valueAt } from './collision.ts';
import type { Collision } from './collision.ts';
import type { Halt } from './door.ts';

/** A gesture that reached further than its own drawing: it has a line in each of these flows, and they go back and come again together. */
export interface Joint {
  id: string;
  flows: readonly string[];
  /** Subflows that came or went with it. */
  subflows?: readonly SubflowOfGesture[];
}

/** A subflow that a gesture made (`came`) or took away, and its drawing as the gesture left it. */
export interface SubflowOfGesture {
  id: string;
  name: string;
  came: boolean;
  as: Flow;
}

/** One gesture that can be undone: what takes it back, and what makes it again. Without ops it is about subflows alone. */
export interface Line {
  gesture: string;
  back: Op[];
  forth: Op[];
  joint?: Joint;
  /** When it was last added to, for typing that grows one line. */
  at: number;
}

/** A drawing as this person sees it. `flow` = `confirmed` with `pending` on it. */
export interface FlowState {
  id: string;
  flow: Flow;
  confirmed: Flow;
  revision: number;
  /** Not confirmed yet, in order. */
  pending: Batch[];
  /** The first of `pending` is on its way. */
  sending: boolean;
  offline: boolean;
  /** Nothing of mine is taken any more, and why; it is kept on this device. */
  halted: Halt | undefined;
  /** Edits of mine the server would not take for what they are, with its sentence; kept for copying. */
  unfit: { batch: Batch; message: string }[];
  /** Something of mine was refused and is not in the drawing. */
  refused: boolean;
  undo: Line[];
  redo: Line[];
  /** Edits of mine that collide with somebody else's, waiting for a choice. */
  collisions: Collision[];
}

/** What came of a change: done (nothing to do counts as done), or why it cannot be. */
export type Changed = { ok: true } | { ok: false; problems: Problem[] };

/** What a change is part of. `unnoted`: it goes back with something else, not by itself. */
export interface ChangeOptions {
  typing?: boolean;
  joint?: Joint;
  unnoted?: boolean;
}

/** What came of taking back or making again: the gesture, where it was refused, or nothing to do. */
export type TakenBack = { gesture: string } | { refusedAt: string[] } | undefined;

/** A recipe changes a draft of the drawing in place; ops are found by comparing. */
export type Recipe = (draft: Flow) => void;

/** What listens to a drawing: a batch that was put on it, or a new document (after somebody else's edit). */
export type FlowListener = (what: { batch: Batch } | { flow: Flow } | { gone: true }) => void;

export interface FlowStore extends StoreApi<FlowState> {
  change(gesture: string, recipe: Recipe, options?: ChangeOptions): Changed;
  /** Puts ops on the drawing that were found elsewhere, e.g. by the worker; `batch` is the id of one that was kept from before. */
  changeByOps(gesture: string, ops: Op[], options?: ChangeOptions & { batch?: string }): Changed;
  /** Notes a gesture that changed nothing in the drawing itself, so that it can be taken back here. */
  note(gesture: string, joint: Joint): void;
  /** Asks the person: what was typed from `base` meets what stands at the path now. Nothing is changed until the choice. */
  collide(gesture: string, op: { path: string[]; value: Json; base: Json }): void;
  /** Takes my latest gesture back, or the one of a joint wherever it stands; a refusal names the path where somebody else's edit stands. */
  undo(joint?: string): TakenBack;
  redo(joint?: string): TakenBack;
  listen(listener: FlowListener): () => void;
  /** For the synchroniser: a new confirmed document or batch list. */
  settle(next: Partial<FlowState>, documentChanged: boolean): void;
}

const typingMs = 1_500;
const most = 200;

/** Makes the store of one drawing; `clock` gives milliseconds. */
export function createFlowStore({ id, flow, revision, nodeTypes, random, clock }: {
  id: string;
  flow: Flow;
  revision: number;
  nodeTypes: NodeTypes;
  random: Random;
  clock: () => number;
}): FlowStore {
  const store = createStore<FlowState>(() => ({
    id, flow, confirmed: flow, revision, pending: [], sending: false, offline: false, halted: undefined, unfit: [], refused: false, undo: [], redo: [], collisions: [],
  }));
  const listeners = new Set<FlowListener>();
  const tell: FlowListener = (what) => { for (const listener of listeners) listener(what); };

  const put = (gesture: string, ops: Op[], { typing = false, batch: known }: { typing?: boolean; batch?: string } = {}): { next: Flow; batch: Batch } | { problems: Problem[]; path?: string[] } => {
    const state = store.getState();
    const batch: Batch = { id: known ?? makeId(random), gesture: gesture.slice(0, 120), ops };
    const applied = applyBatch(state.flow, batch);
    if (!applied.ok) return { problems: [{ path: applied.refusal.path.join('.'), message: applied.refusal.message }], path: applied.refusal.path };
    const problems = checkTouched(applied.flow, batch, nodeTypes);
    if (problems.length > 0) return { problems };
    const last = state.pending.at(-1);
    const onItsWay = state.sending && state.pending.length === 1;
    const merged = typing && last && !onItsWay ? joined(last.ops, ops) : undefined;
    const pending = merged && last ? [...state.pending.slice(0, -1), { ...last, ops: merged }] : [...state.pending, batch];
    store.setState({ flow: applied.flow, pending });
    return { next: applied.flow, batch };
  };

  const changeByOps: FlowStore['changeByOps'] = (gesture, ops, { typing = false, batch: known, joint, unnoted = false } = {}) => {
    if (ops.length === 0) return { ok: true };
    const before = store.getState();
    const back = inverseOps(before.flow, { ops });
    const done = put(gesture, ops, { typing, ...(known && { batch: known }) });
    if ('problems' in done) return { ok: false, problems: done.problems };
    if (back && !unnoted) store.setState({ undo: withLine(before.undo, { gesture, back, forth: ops, at: clock(), ...(joint && { joint }) }, typing), redo: [] });
    tell({ batch: done.batch });
    return { ok: true };
  };

  const again = (from: 'undo' | 'redo', to: 'undo' | 'redo', joint: string | undefined): TakenBack => {
    const state = store.getState();
    const at = joint === undefined ? state[from].length - 1 : state[from].findLastIndex((line) => line.joint?.id === joint);
    const line = state[from][at];
    if (!line) return undefined;
    const rest = state[from].toSpliced(at, 1);
    const ops = from === 'undo' ? line.back : line.forth;
    if (ops.length === 0) {
      store.setState({ [from]: rest, [to]: [...state[to], { ...line, at: 0 }] });
      return { gesture: line.gesture };
    }
    const inverse = inverseOps(state.flow, { ops });
    const done = inverse ? put(line.gesture, ops) : { problems: [], path: refusedPath(state.flow, ops) };
    if ('problems' in done || !inverse) {
      store.setState({ [from]: rest });
      return { refusedAt: 'path' in done && done.path ? done.path : [] };
    }
    const other: Line = from === 'undo' ? { ...line, forth: inverse, at: 0 } : { ...line, back: inverse, at: 0 };
    store.setState({ [from]: rest, [to]: [...state[to], other] });
    tell({ batch: done.batch });
    return { gesture: line.gesture };
  };

  return {
    ...store,
    change: (gesture, recipe, options) => {
      const before = store.getState().flow;
      return changeByOps(gesture, diffFlows(before, produce(before, recipe)), options);
    },
    changeByOps,
    collide: (gesture, { path, value, base }) => {
      const { flow: now, collisions } = store.getState();
      const current = valueAt(now, path);
      const reason = current === undefined ? 'gone' : 'stale';
      const batch: Batch = { id: makeId(random), gesture, ops: [{ op: 'set', path, value, base }] };
      store.setState({ collisions: [...collisions, { batch, refusal: { op: 0, path, reason, current, message: '' } }] });
    },
    note: (gesture, joint) => store.setState(({ undo }) => ({ undo: withLine(undo, { gesture, back: [], forth: [], at: clock(), joint }, false), redo: [] })),
    undo: (joint) => again('undo', 'redo', joint),
    redo: (joint) => again('redo', 'undo', joint),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settle: (next, documentChanged) => {
      store.setState(next);
      if (documentChanged) tell({ flow: store.getState().flow });
    },
  };
}

function refusedPath(flow: Flow, ops: Op[]): string[] {
  const applied = applyBatch(flow, { ops });
  return applied.ok ? [] : applied.refusal.path;
}

/** Typing in one place grows one line of undo for as long as it goes on. */
function withLine(lines: Line[], line: Line, typing: boolean): Line[] {
  const last = lines.at(-1);
  if (typing && last && !last.joint && line.at - last.at < typingMs) {
    const forth = joined(last.forth, line.forth);
    const back = forth && joined(line.back, last.back);
    if (back) return [...lines.slice(0, -1), { ...line, forth, back }];
  }
  return [...lines.slice(1 - most), line];
}
