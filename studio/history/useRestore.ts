import type { Change } from '@parley/shared/api/releases';
import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Op } from '@parley/shared/flow/batch';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { FlowSet } from '@parley/shared/flow/document';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { threadsQuery } from '../api/comments.ts';
import { bringBackSubflow } from '../api/history.ts';
import { undo } from '../commands/actions.ts';
import { withSubflows } from '../commands/subflowGesture.ts';
import { useDesigner } from '../store/designerContext.ts';
import type { Joint } from '../store/flowStore.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { alone, goneFlows, restoreAll, restoreThing } from './restore.ts';

/** A moment that things are brought back from. */
export interface PastMoment {
  point: string;
  set: FlowSet;
}

/** Brings back what was: by one gesture over all flows, which can be undone and goes with the edits of others. Subflows that were deleted since and are called again come back first. */
export interface Restore {
  /** The flows of a version that are drawn otherwise now, or are no longer here. */
  different: (set: FlowSet) => string[];
  /** The flows that are no longer here and come back with these. */
  gone: (set: FlowSet, flows: readonly string[]) => string[];
  all: (past: PastMoment, flows: readonly string[], name: string) => Promise<boolean>;
  one: (past: PastMoment, flow: string, thing: Pick<Change, 'what' | 'id'>, named: { name: string; paths?: readonly (readonly string[])[] }) => Promise<boolean>;
}

/** What restores drawings of this bot. */
export function useRestore(): Restore {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book, nodeTypes } = desk;
  const queries = useQueryClient();
  const storeOf = (flow: string) => book.flows.getState()[flow]?.store;
  const here = (flow: string): boolean => storeOf(flow) !== undefined;

  const bringBack = async (point: string, flows: readonly string[]): Promise<void> => {
    for (const flow of flows) await book.add(await bringBackSubflow(book.botId, { point, flowId: flow }));
    if (flows.length > 0) await queries.invalidateQueries({ queryKey: threadsQuery(book.botId).queryKey });
  };

  const put = async (point: string, gone: readonly string[], changes: readonly { flow: string; gesture: string; ops: Op[] }[]): Promise<boolean> => {
    const due = changes.filter(({ ops }) => ops.length > 0);
    if (due.length === 0 && gone.length === 0) {
      toast(t('history.same'));
      return false;
    }
    try {
      await bringBack(point, gone);
    } catch (error) {
      toastError(t('history.cannotRestore', { why: sentenceOf(error) }));
      return false;
    }
    const done: string[] = [];
    const joint: Joint = { ...withSubflows(desk, gone, true), flows: due.map(({ flow }) => flow) };
    for (const { flow, gesture, ops } of due) {
      const changed = storeOf(flow)?.changeByOps(gesture, ops, { joint });
      if (changed?.ok) done.push(flow);
      else toastError(t('history.cannotRestore', { why: changed?.problems.map(({ message }) => message)[0] ?? '' }));
    }
    if (done.length + gone.length === 0) return false;
    // What only brought flows back is taken back in the main one: the others may be what came.
    const home = storeOf(done[0] ?? book.main);
    if (done.length === 0) home?.note(t('history.gestureGone'), joint);
    toast(t('history.restored'), home && { label: t('common.undo'), run: () => undo({ book, store: home }, joint.id) });
    return true;
  };

  const goneOf = (set: FlowSet, flows: readonly string[]): string[] => {
    const drawings = flows.flatMap((flow) => set.flows[flow] ?? []);
    return [...new Set([...flows.filter((flow) => !here(flow)), ...goneFlows(drawings, set, { here, nodeTypes })])];
  };

  return {
    different: (set) => Object.entries(set.flows).flatMap(([id, past]) => {
      const store = storeOf(id);
      return !store || diffFlows(store.getState().flow, past).length > 0 ? [id] : [];
    }),
    gone: goneOf,
    all: ({ point, set }, flows, name) => put(point, goneOf(set, flows), flows.flatMap((flow) => {
      const [store, past] = [storeOf(flow), set.flows[flow]];
      return store && past ? [{ flow, gesture: t('history.gestureAll', { when: name }), ops: restoreAll(store.getState().flow, past) }] : [];
    })),
    one: async ({ point, set }, flow, thing, { name, paths }) => {
      const [now, past] = [storeOf(flow)?.getState().flow, set.flows[flow]];
      if (!now || !past) return false;
      const ops = restoreThing(now, past, thing, paths);
      const next = applyBatch(now, { ops });
      const gone = next.ok ? goneFlows([alone(next.flow, thing)], set, { here, nodeTypes }) : [];
      return put(point, gone, [{ flow, gesture: t('history.gesture', { what: name }), ops }]);
    },
  };
}
