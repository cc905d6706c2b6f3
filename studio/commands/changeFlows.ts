import type { Op } from '@parley/shared/flow/batch';
import type { Desk } from './actions.ts';

/** Puts ops on several flows of the bot, one gesture in each; a sentence when one cannot take them, and then none does. */
export function changeFlows({ book }: Desk, gesture: string, ops: Readonly<Record<string, Op[]>>): string | undefined {
  const done: string[] = [];
  for (const [flow, list] of Object.entries(ops)) {
    const changed = book.flows.getState()[flow]?.store.changeByOps(gesture, list);
    if (changed?.ok) {
      done.push(flow);
      continue;
    }
    undoFlows({ book }, gesture, done);
    return changed?.problems[0]?.message ?? '';
  }
  return undefined;
}

/** Takes a gesture back in every flow where it still is the last one. */
export function undoFlows({ book }: Pick<Desk, 'book'>, gesture: string, flows: readonly string[]): void {
  for (const flow of flows) {
    const store = book.flows.getState()[flow]?.store;
    if (store?.getState().undo.at(-1)?.gesture === gesture) store.undo();
  }
}
