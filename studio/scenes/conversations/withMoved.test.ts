import type { Session, SessionList } from '@parley/shared/api/sessions';
import { expect, test } from 'vitest';
import { withMoved } from './withMoved.ts';

const session = (id: string): Session => ({ id, botId: 'bot', channel: null, contact: null, release: null, status: 'open', startedAt: '2026-01-01T00:00:00.000Z', lastAt: '2026-01-01T00:00:00.000Z', turns: 1, at: { flow: 'main', node: 'ask', state: 'ask/wait' }, preview: '', failed: false });
const pages: SessionList[] = [{ items: [session('a'), session('b')] }, { items: [session('c')] }];
const places = (all: readonly SessionList[]): string[] => all.flatMap(({ items }) => items.map(({ id, status, at }) => `${id} ${status} ${at?.node ?? ''}`));

test('a conversation that goes on is listed where it rests now', () => expect(places(withMoved(pages, { botId: 'bot', sessionId: 'b', at: { flow: 'main', node: 'pay' } }))).toEqual(['a open ask', 'b open pay', 'c open ask']));
test('one that ends is listed as ended', () => expect(places(withMoved(pages, { botId: 'bot', sessionId: 'c', at: null }))).toEqual(['a open ask', 'b open ask', 'c ended ']));
test('where it is not told, or nobody listed moved, everything stays the same object', () => {
  expect(withMoved(pages, { botId: 'bot', sessionId: 'b' })).toBe(pages);
  expect(withMoved(pages, { botId: 'bot', sessionId: 'z', at: null }).every((page, index) => page === pages[index])).toBe(true);
});
