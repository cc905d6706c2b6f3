import type { FlowHead } from '@parley/shared/api/flows';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { createBook } from '../../store/book.ts';
import { syncBook } from './syncBook.ts';

const head = (id: string, name = id): FlowHead => ({ id, botId: 'bot', kind: id === 'main' ? 'bot' : 'subflow', name, revision: 1, changedAt: '2026-01-01T00:00:00.000Z' });

async function open(...ids: string[]) {
  const random = seededRandom(5);
  const book = createBook('bot', 'main', {
    door: { load: (id) => Promise.resolve({ flow: emptyFlow({ kind: id === 'main' ? 'bot' : 'subflow', language: 'en', random, nodeTypes }), revision: 1 }), send: () => Promise.resolve({ kind: 'offline' }), since: () => Promise.resolve([]) },
    keep: { read: () => Promise.resolve([]), write: () => Promise.resolve() }, nodeTypes, random, clock: () => 1, onRefused: () => undefined,
  });
  for (const id of ids) await book.add(head(id));
  return { book, names: () => Object.fromEntries(Object.entries(book.flows.getState()).map(([id, entry]) => [id, entry.head.name])) };
}

/** A list that is answered when it is told to. */
function later() {
  let answer: (heads: FlowHead[]) => void = () => undefined;
  const list = new Promise<FlowHead[]>((resolve) => { answer = resolve; });
  return { of: () => list, answer };
}

test('flows come, go and get other names', async () => {
  const { book, names } = await open('main', 'gone', 'named');
  await syncBook(book, () => Promise.resolve([head('main'), head('named', 'Otherwise'), head('new')]));
  expect(names()).toEqual({ main: 'main', named: 'Otherwise', new: 'new' });
});

test('an answer that comes after a newer one changes nothing', async () => {
  const { book, names } = await open('main');
  const [old, fresh] = [later(), later()];
  const syncing = [syncBook(book, old.of), syncBook(book, fresh.of)];
  fresh.answer([head('main'), head('back')]);
  await syncing[1];
  old.answer([head('main')]);
  await syncing[0];
  expect(names()).toEqual({ main: 'main', back: 'back' });
});

test('what came or went here while the list was on its way stays so', async () => {
  const { book, names } = await open('main', 'leaving');
  const list = later();
  const syncing = syncBook(book, list.of);
  await book.add(head('back'));
  book.remove('leaving');
  list.answer([head('main'), head('leaving')]);
  await syncing;
  expect(names()).toEqual({ main: 'main', back: 'back' });
});

test('a flow that is taken out while it is on its way in stays out, until it is wanted again', async () => {
  const { book, names } = await open('main');
  const coming = book.add(head('quick'));
  book.remove('quick');
  await coming;
  expect(names()).toEqual({ main: 'main' });
  await book.add(head('quick'));
  expect(names()).toEqual({ main: 'main', quick: 'quick' });
});
