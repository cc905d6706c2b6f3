import { isObject } from '@parley/shared/expressions/fits';
import type { Flow } from '@parley/shared/flow/document';
import { makeId } from '@parley/shared/lib/id';
import type { Random } from '@parley/shared/lib/id';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { createSubflow } from '../api/flows.ts';
import { startOf } from '../commands/edits/reading.ts';
import type { Book } from '../store/book.ts';

/** What a menu is made with. */
export interface MenuToMake {
  book: Book;
  random: Random;
  nodeTypes: NodeTypes;
  words: { name: string; question: string; back: string; gesture: string };
}

/** Makes a flow for a menu shortcut: a question with one option, which leads back. Gives its id: it belongs to the gesture that puts it in use. */
export async function makeMenu({ book, random, nodeTypes, words }: MenuToMake): Promise<string> {
  const head = await createSubflow(book.botId, words.name);
  await book.add(head);
  const changed = book.flows.getState()[head.id]?.store.change(words.gesture, (flow) => drawMenu(flow, { random, nodeTypes, words }), { unnoted: true });
  if (changed?.ok === false) throw new Error(changed.problems[0]?.message ?? '');
  return head.id;
}

/** Draws a menu into a fresh flow; its author adds the other options. */
export function drawMenu(flow: Flow, { random, nodeTypes, words }: Omit<MenuToMake, 'book'>): void {
  const [pick, back, end] = [makeId(random), makeId(random), makeId(random)];
  const start = startOf(flow);
  const choice = nodeTypes['choice']?.defaults(random) ?? {};
  const options = choice['options'];
  const [option] = isObject(options) ? Object.values(options) : [];
  flow.nodes[pick] = { type: 'choice', x: 360, y: 160, data: { ...choice, body: words.question, options: { [back]: { ...(isObject(option) && option), label: words.back, order: 1 } } } };
  flow.nodes[end] = { type: 'end', x: 640, y: 160, data: { ...nodeTypes['end']?.defaults(random) } };
  if (start) flow.edges[makeId(random)] = { from: start, exit: 'next', to: pick };
  flow.edges[makeId(random)] = { from: pick, exit: back, to: end };
}
