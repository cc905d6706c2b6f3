import { makeId } from '@parley/shared/lib/id';
import type { Joint } from '../store/flowStore.ts';
import type { Desk } from './actions.ts';

/** Joins a gesture of the open flow to the subflows that it made (`came`) or is about to take away, so that they go and come with it. */
export function withSubflows({ book, random, flowId }: Pick<Desk, 'book' | 'random' | 'flowId'>, ids: readonly string[], came: boolean): Joint {
  const flows = book.flows.getState();
  return {
    id: makeId(random),
    flows: [flowId],
    subflows: ids.flatMap((id) => {
      const entry = flows[id];
      return entry ? [{ id, name: entry.head.name, came, as: entry.store.getState().flow }] : [];
    }),
  };
}
