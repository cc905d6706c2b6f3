import type { FlowHead } from '@parley/shared/api/flows';
import type { Book } from '../../store/book.ts';

/** Brings the book to the flows there are: those somebody made, renamed or deleted. What I drew in a flow that is gone stays until I let it go. */
export async function syncBook(book: Book, flowsOf: () => Promise<FlowHead[] | undefined>): Promise<void> {
  try {
    const heads = await flowsOf() ?? [];
    for (const [id, { head, store, sync }] of Object.entries(book.flows.getState())) {
      const now = heads.find((each) => each.id === id);
      if (now && now.name !== head.name) book.rename(id, now.name);
      if (now) continue;
      if (store.getState().pending.length > 0) sync.gone();
      else book.remove(id);
    }
    await Promise.all(heads.filter(({ id }) => !book.flows.getState()[id]).map((head) => book.add(head)));
  } catch {
    // Nothing is lost: the next reconnection asks again.
  }
}
