import type { Book } from '../store/book.ts';
import type { FlowStore } from '../store/flowStore.ts';
import { drawingShown } from '../store/uiStore.ts';
import type { Desk } from './actions.ts';

/** The flow whose latest gesture is the youngest of all: what is taken back (or made again) where all flows are edited at once. */
export function lastEdited(book: Book, back: boolean): FlowStore | undefined {
  const stores = Object.values(book.flows.getState()).map(({ store }) => store).filter((store) => store.getState()[back ? 'undo' : 'redo'].length > 0);
  const at = (store: FlowStore): number => store.getState()[back ? 'undo' : 'redo'].at(-1)?.at ?? 0;
  return stores.toSorted((a, b) => at(b) - at(a))[0];
}

/** The flow that taking back (or making again) goes to in the view that is open; undefined in one that shows nobody's edits. */
export function editedHere({ book, store, ui }: Pick<Desk, 'book' | 'store' | 'ui'>, back: boolean): FlowStore | undefined {
  if (ui.getState().view === 'translations') return lastEdited(book, back) ?? store;
  return drawingShown(ui.getState()) ? store : undefined;
}
