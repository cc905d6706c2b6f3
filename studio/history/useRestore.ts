import type { Change } from '@parley/shared/api/releases';
import type { Op } from '@parley/shared/flow/batch';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { restoreAll, restoreThing } from './restore.ts';

/** Brings back what was: each flow by one ordinary gesture, which can be undone and goes with the edits of others. */
export interface Restore {
  /** The flows of a version that are here and drawn otherwise now. */
  different: (set: FlowSet) => string[];
  all: (set: FlowSet, flows: readonly string[], name: string) => boolean;
  one: (flowId: string, past: Flow, thing: Pick<Change, 'what' | 'id'>, named: { name: string; paths?: readonly (readonly string[])[] }) => boolean;
}

/** What restores drawings of this bot. */
export function useRestore(): Restore {
  const { t } = useTranslation();
  const { book } = useDesigner();
  const storeOf = (flow: string) => book.flows.getState()[flow]?.store;

  const put = (changes: readonly { flow: string; gesture: string; ops: Op[] }[]): boolean => {
    const due = changes.filter(({ ops }) => ops.length > 0);
    if (due.length === 0) {
      toast(t('history.same'));
      return false;
    }
    const done: string[] = [];
    for (const { flow, gesture, ops } of due) {
      const changed = storeOf(flow)?.changeByOps(gesture, ops);
      if (changed?.ok) done.push(flow);
      else toastError(t('history.cannotRestore', { why: changed?.problems.map(({ message }) => message)[0] ?? '' }));
    }
    if (done.length > 0) toast(t('history.restored'), { label: t('common.undo'), run: () => { for (const flow of done) storeOf(flow)?.undo(); } });
    return done.length > 0;
  };

  return {
    different: (set) => Object.entries(set.flows).flatMap(([id, past]) => {
      const store = storeOf(id);
      return store && diffFlows(store.getState().flow, past).length > 0 ? [id] : [];
    }),
    all: (set, flows, name) => put(flows.flatMap((flow) => {
      const [store, past] = [storeOf(flow), set.flows[flow]];
      return store && past ? [{ flow, gesture: t('history.gestureAll', { when: name }), ops: restoreAll(store.getState().flow, past) }] : [];
    })),
    one: (flow, past, thing, { name, paths }) => {
      const store = storeOf(flow);
      return store ? put([{ flow, gesture: t('history.gesture', { what: name }), ops: restoreThing(store.getState().flow, past, thing, paths) }]) : false;
    },
  };
}
