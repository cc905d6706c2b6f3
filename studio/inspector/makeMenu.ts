import { makeId } from '@parley/shared/lib/id';
import type { Random } from '@parley/shared/lib/id';
import { createSubflow } from '../api/flows.ts';
import { startOf } from '../commands/edits/reading.ts';
import type { Book } from '../store/book.ts';

/** What a menu is made with. */
export interface MenuToMake {
  book: Book;
  random: Random;
  words: { name: string; question: string; back: string; gesture: string };
}

/** Makes a flow for a menu shortcut: a question with one option, which leads back. Gives its id: it belongs to the gesture that puts it in use. */
export async function makeMenu({ book, random, words }: MenuToMake): Promise<string> {
  const head = await createSubflow(book.botId, words.name);
  await book.add(head);
  const store = book.flows.getState()[head.id]?.store;
  const [pick, back, end] = [makeId(random), makeId(random), makeId(random)];
  store?.change(words.gesture, (flow) => {
    const start = startOf(flow);
    flow.nodes[pick] = { type: 'choice', x: 360, y: 160, data: { body: words.question, options: { [back]: { label: words.back, order: 1 } } } };
    flow.nodes[end] = { type: 'end', x: 640, y: 160, data: {} };
    if (start) flow.edges[makeId(random)] = { from: start, exit: 'next', to: pick };
    flow.edges[makeId(random)] = { from: pick, exit: back, to: end };
  }, { unnoted: true });
  return head.id;
}
