import type { Thread } from '@parley/shared/api/comments';
import { expect, test } from 'vitest';
import { isUnread, sortTalk } from './talk.ts';

const at = (minute: number): string => `2026-01-05T09:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (by: string, minute: number) => ({ id: `${by}${minute}`, by: { id: by, name: by }, text: 'x', mentions: [], madeAt: at(minute), editedAt: null });
const thread = (id: string, over: Partial<Thread> = {}): Thread => ({ id, botId: 'b', flowId: 'f', node: null, title: '', x: 1, y: 2, resolved: null, comments: [said('bea', 1)], readAt: null, ...over });

test('unread is what others said since I looked', () => {
  expect(isUnread(thread('t'), 'me')).toBe(true);
  expect(isUnread(thread('t', { readAt: at(1) }), 'me')).toBe(false);
  expect(isUnread(thread('t', { comments: [said('me', 1)] }), 'me')).toBe(false);
  expect(isUnread(thread('t', { readAt: at(1), comments: [said('bea', 1), said('me', 3)] }), 'me')).toBe(false);
  expect(isUnread(thread('t', { readAt: at(1), comments: [said('bea', 1), said('bea', 2)] }), 'me')).toBe(true);
});

test('open threads are counted on their nodes, an unread one comes first; settled ones are not seen', () => {
  const talk = sortTalk([
    thread('old', { node: 'n', readAt: at(9) }), thread('news', { node: 'n', comments: [said('bea', 0)] }), thread('latest', { node: 'n', readAt: at(9), comments: [said('bea', 5)] }),
    thread('done', { node: 'n', resolved: { at: at(3), by: null } }), thread('pin'), thread('elsewhere', { flowId: 'g', readAt: at(9) }),
  ], 'me');
  expect(talk.byNode).toEqual({ 'f/n': { open: 3, unread: true, first: 'news' } });
  expect(talk.pins).toEqual({ f: [{ id: 'pin', x: 1, y: 2, by: 'bea', unread: true }], g: [{ id: 'elsewhere', x: 1, y: 2, by: 'bea', unread: false }] });
  expect(talk.unread).toBe(2);
  const again = sortTalk([thread('pin'), thread('news', { node: 'n' })], 'me', talk);
  expect(again.pins['f']).toBe(talk.pins['f']);
});
