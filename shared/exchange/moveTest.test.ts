import { expect, test } from 'vitest';
import type { ConversationTest } from '../nodes/golden.ts';
import { moveTest } from './moveTest.ts';

const flows = new Map([['old', 'new'], ['oldSub', 'newSub']]);
const plain: ConversationTest = { description: 'x', clock: '2026-11-20T09:00:00Z', conversation: [{ user: 'hi' }] };
const frame = (flow: string) => ({ flow, at: 'ask', locals: { n: 1 }, cursors: {}, counters: {} });

test.each<[string, ConversationTest['start'], ConversationTest['start']]>([
  ['at the beginning', undefined, undefined],
  ['at a node of the main flow', { at: 'ask' }, { at: 'ask' }],
  ['at a node of a called flow', { at: 'oldSub:ask', locals: { n: 1 } }, { at: 'newSub:ask', locals: { n: 1 } }],
  ['at a flow that did not come along', { at: 'gone:ask' }, { at: 'gone:ask' }],
  ['where a session rested', { frames: [frame('old'), frame('oldSub')], variables: { a: 1 }, seq: 4 }, { frames: [frame('new'), frame('newSub')], variables: { a: 1 }, seq: 4 }],
])('a test that begins %s', (_name, start, moved) => expect(moveTest({ ...plain, ...(start && { start }) }, flows)).toEqual({ ...plain, ...(moved && { start: moved }) }));
