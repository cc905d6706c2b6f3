import { seededRandom } from '@parley/shared/lib/id';
import type { ChatMessage } from '@parley/shared/api/chat';
import { describe, expect, test } from 'vitest';
import { chosenLanguage, drop, emptyLog, lastNo, openChoices, receive, refuse, say, stream, work } from './log.ts';

const out = (no: number, text = `m${no}`, turn = `t${no}`): ChatMessage => ({ no, at: '2026-01-01T10:00:00Z', turn, direction: 'out', language: 'en', message: { type: 'text', text } });
const heard = (no: number, id: string): ChatMessage => ({ no, at: '2026-01-01T10:00:00Z', turn: `t${no}`, direction: 'in', id, message: { type: 'text', text: id } });
const choices = (no: number): ChatMessage => ({ no, at: '2026-01-01T10:00:00Z', turn: `t${no}`, direction: 'out', language: 'en', message: { type: 'choices', body: 'Which?', options: [{ id: 'a', label: 'A' }], wait: 1 } });

describe('the chat log', () => {
  test('any arrival of overlapping batches shows each message once and in order', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 200; round += 1) {
      let log = emptyLog;
      for (let batch = 0; batch < 12; batch += 1) {
        const from = Math.floor(random() * 20) + 1;
        log = receive(log, Array.from({ length: Math.floor(random() * 8) + 1 }, (_, index) => out(from + index)));
      }
      log = receive(log, Array.from({ length: 28 }, (_, index) => out(index + 1)));
      expect(log.messages.map(({ no }) => no)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
    }
  });

  test('a pending message goes when the log holds it, by its id', () => {
    const log = receive(say(say(emptyLog, { id: 'first-id', message: { type: 'text', text: 'a' } }), { id: 'second-id', message: { type: 'text', text: 'b' } }), [heard(1, 'first-id')]);
    expect(log.pending.map(({ id }) => id)).toEqual(['second-id']);
    expect(lastNo(log)).toBe(1);
  });

  test('a refused message stays with its reason until it is dropped', () => {
    const log = refuse(say(emptyLog, { id: 'first-id', message: { type: 'text', text: 'a' } }), 'first-id', 'Too long');
    expect(log.pending[0]?.refused).toBe('Too long');
    expect(drop(log, 'first-id').pending).toEqual([]);
  });

  test('streamed pieces grow; repeats are ignored; a newer attempt clears; the committed message replaces', () => {
    let log = stream(emptyLog, { turn: 't1', action: 0, attempt: 1, seq: 1, text: 'Hel' });
    log = stream(log, { turn: 't1', action: 0, attempt: 1, seq: 2, text: 'lo' });
    log = stream(log, { turn: 't1', action: 0, attempt: 1, seq: 2, text: 'lo' });
    expect(log.streaming?.text).toBe('Hello');
    log = stream(log, { turn: 't1', action: 0, attempt: 2, seq: 1, text: 'Good' });
    expect(log.streaming?.text).toBe('Good');
    expect(stream(log, { turn: 't1', action: 0, attempt: 1, seq: 3, text: '!' }).streaming?.text).toBe('Good');
    log = receive(log, [out(2, 'Good day', 't1')]);
    expect(log.streaming).toBeUndefined();
    expect(stream(log, { turn: 't1', action: 0, attempt: 2, seq: 2, text: ' day' }).streaming).toBeUndefined();
  });

  test('an answer that was stopped goes with whatever its turn left: a message, what was said before it, or nothing', () => {
    const making = stream(emptyLog, { turn: 't2', action: 0, attempt: 1, seq: 0, text: 'Once' });
    expect(receive(making, [out(1)]).streaming).toBeDefined();
    expect(receive(making, [out(1), out(2)]).streaming).toBeUndefined();
    const asked = receive(making, [heard(2, 'a question')]);
    expect(asked.streaming).toBeUndefined();
    expect(stream(asked, { turn: 't2', action: 0, attempt: 1, seq: 1, text: ' upon' }).streaming).toBeUndefined();
    expect(work(making, true).streaming).toBeDefined();
    expect(work(making, false)).toMatchObject({ working: false, streaming: undefined });
  });

  test('only the last question can be tapped, and not while an answer is on its way', () => {
    const asked = receive(emptyLog, [choices(1)]);
    expect(openChoices(asked)).toBe(1);
    expect(openChoices(say(asked, { id: 'first-id', message: { type: 'text', text: 'a' } }))).toBeUndefined();
    expect(openChoices(receive(asked, [heard(2, 'x')]))).toBeUndefined();
    expect(openChoices(receive(asked, [out(2)]))).toBe(1);
  });
});

test('the language that was chosen last is known, by a tap or from the menu', () => {
  const replied = (no: number, message: Extract<ChatMessage, { direction: 'in' }>['message']): ChatMessage => ({ no, at: '2026-01-01T10:00:00Z', turn: `t${no}`, direction: 'in', id: `i${no}`, message });
  const tapped = receive(emptyLog, [out(1), heard(2, 'Deutsch')]);
  expect(chosenLanguage(tapped, ['en', 'de'])).toBeUndefined();
  const chosen = receive(tapped, [replied(3, { type: 'choiceReply', option: 'language:de', label: 'Deutsch', wait: 1 }), out(4), replied(5, { type: 'choiceReply', option: 'a', label: 'A', wait: 2 })]);
  expect(chosenLanguage(chosen, ['en', 'de'])).toBe('de');
  expect(chosenLanguage(receive(chosen, [replied(6, { type: 'dialogReply', dialog: 'language', value: 'en' })]), ['en', 'de'])).toBe('en');
  expect(chosenLanguage(receive(chosen, [replied(6, { type: 'choiceReply', option: 'language:page:1', label: 'More', wait: 3 })]), ['en', 'de'])).toBe('de');
});
