import type { FlowHead } from '@parley/shared/api/flows';
import type { Book } from '../../store/book.ts';

const asked = new WeakMap<Book, number>();

/**
 * Brings the book to the flows there are: those somebody made, renamed or deleted. What I drew in a flow that is gone stays until I let it
 * go. An answer that is older than another question says nothing, and neither does one about a flow that came or went here meanwhile.
 */
export async function syncBook(book: Book, flowsOf: () => Promise<FlowHead[] | undefined>): Promise<void> {
  const question = (asked.get(book) ?? 0) + 1;
  asked.set(book, question);
  const before = book.flows.getState();
  try {
    const heads = await flowsOf() ?? [];
    if (asked.get(book) !== question) return;
    for (const [id, { head, store, sync }] of Object.entries(book.flows.getState())) {
      const now = heads.find((each) => each.id === id);
      if (now && now.name !== head.name) book.rename(id, now.name);
      if (now || before[id]?.store !== store) continue;
      if (store.getState().pending.length > 0) sync.gone();
      else book.remove(id);
    }
    await Promise.all(heads.filter(({ id }) => !before[id] && !book.flows.getState()[id]).map((head) => book.add(head)));
  } catch {
    // Nothing is lost: the next reconnection asks again.
  }
}
