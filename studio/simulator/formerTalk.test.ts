import type { SessionDetail, TurnSnapshot } from '@parley/shared/api/sessions';
import { expect, test } from 'vitest';
import { formerTalk } from './formerTalk.ts';

const at = '2026-11-20T09:00:00.000Z';
const line = (no: number, text: string): SessionDetail['transcript'][number] => (no % 2 === 1 ? { direction: 'in', no, at, turn: 't', message: { type: 'text', text } } : { direction: 'out', no, at, turn: 't', message: { type: 'text', text }, language: 'en', error: no === 4 });
const session = { id: 's.1', transcript: [line(1, 'hi'), line(2, 'Who?'), line(3, 'Ada'), line(4, 'Sorry')] } as SessionDetail;
const snapshot: TurnSnapshot = {
  no: 7, at, release: null, channel: 'telegram', contact: { id: 'c', name: 'Grace', language: 'fr', zone: 'Europe/Paris' }, hidden: [], personal: ['name'], message: 2,
  snapshot: { v: 1, frames: [{ flow: 'f', at: 'who', locals: {}, cursors: {}, counters: {} }], variables: { name: 'x' }, seq: 3 },
};

test('a conversation is taken up with what was said by then, its moment, and who had it', () => {
  const { talk, missing } = formerTalk({ session, snapshot, places: [] });
  expect(missing).toEqual([]);
  expect(talk).toMatchObject({ id: 's.1 7', channel: 'telegram', personal: ['name'], circumstances: { name: 'Grace', language: 'fr', zone: 'Europe/Paris', now: at, id: 'c' }, start: { seq: 3, variables: { name: 'x' }, frames: [{ flow: 'f', at: 'who' }] } });
  expect(talk.talk.log).toEqual([
    { at, turn: 0, former: true, from: 'contact', message: { type: 'text', text: 'hi' } },
    { at, turn: 0, former: true, from: 'bot', by: 'flow', language: 'en', message: { type: 'text', text: 'Who?' } },
  ]);
  expect([talk.talk.now, talk.talk.contact.consented]).toEqual([at, true]);
});

test.each<[string, Partial<TurnSnapshot>, string[]]>([
  ['nothing was kept', { snapshot: null }, []],
  ['it was over', { snapshot: { v: 1, frames: [], variables: {}, seq: 3 } }, []],
  ['the drawing has not the place any more', {}, ['f:who']],
])('it begins anew when %s', (_name, over, places) => expect(formerTalk({ session, snapshot: { ...snapshot, ...over }, places }).talk.start).toBeUndefined());
