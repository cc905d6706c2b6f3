import type { Book } from '../store/book.ts';
import type { FlowStore } from '../store/flowStore.ts';

/** The flow whose latest gesture is the youngest of all: what is taken back (or made again) where all flows are edited at once. */
export function lastEdited(book: Book, back: boolean): FlowStore | undefined {
  const stores = Object.values(book.flows.getState()).map(({ store }) => store).filter((store) => store.getState()[back ? 'undo' : 'redo'].length > 0);
  const at = (store: FlowStore): number => store.getState()[back ? 'undo' : 'redo'].at(-1)?.at ?? 0;
  return stores.toSorted((a, b) => at(b) - at(a))[0];
}
