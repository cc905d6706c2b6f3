import type { Op } from '@parley/shared/flow/batch';
import { makeId } from '@parley/shared/lib/id';
import type { Joint } from '../store/flowStore.ts';
import type { Desk } from './actions.ts';

/** What came of a gesture on several flows: what joins its lines, or a sentence when one flow could not take it, and then none did. */
export type ChangedFlows = { joint: string } | { problem: string };

/** Puts ops on several flows of the bot as one gesture: it goes back in all of them, from whichever. */
export function changeFlows({ book, random }: Pick<Desk, 'book' | 'random'>, gesture: string, ops: Readonly<Record<string, Op[]>>): ChangedFlows {
  const flows = Object.keys(ops).filter((flow) => (ops[flow]?.length ?? 0) > 0);
  const joint: Joint = { id: makeId(random), flows };
  const done: string[] = [];
  for (const flow of flows) {
    const changed = book.flows.getState()[flow]?.store.changeByOps(gesture, ops[flow] ?? [], { joint });
    if (changed?.ok) {
      done.push(flow);
      continue;
    }
    for (const each of done) {
      const store = book.flows.getState()[each]?.store;
      store?.undo(joint.id);
      // It never was: there is nothing to make again.
      store?.setState(({ redo }) => ({ redo: redo.filter((line) => line.joint?.id !== joint.id) }));
    }
    return { problem: changed?.problems[0]?.message ?? '' };
  }
  return { joint: joint.id };
}
