import { expect, test } from 'vitest';
import type { Incoming } from '../messages/incoming.ts';
import { hearEcho } from './hearEcho.ts';
import type { Echo } from './hearEcho.ts';

/** Whether the last of some messages falls on deaf ears; one a second unless told. */
function lastIsSilent(messages: readonly Incoming[], everyMs = 1_000): boolean {
  let before: Echo | undefined;
  let silent = false;
  for (const [place, message] of messages.entries()) ({ echo: before, silent } = hearEcho(before, message, new Date(Date.UTC(2026, 10, 20) + place * everyMs).toISOString()));
  return silent;
}

const text = (words: string): Incoming => ({ type: 'text', text: words });
const times = (count: number, message: Incoming): Incoming[] => Array.from({ length: count }, () => message);

test.each<[what: string, messages: Incoming[], everyMs: number, silent: boolean]>([
  ['thirty times the same is heard', times(30, text('ok')), 1_000, false],
  ['the thirty-first is not', times(31, text('ok')), 1_000, true],
  ['slowly, it is a person', times(40, text('ok')), 5_000, false],
  ['other words begin anew', [...times(30, text('ok')), text('no'), text('ok')], 1_000, false],
  ['a picture between breaks the row', [...times(30, text('ok')), { type: 'start' }, text('ok')], 1_000, false],
  ['long texts count by their first hundred letters', [...times(30, text('a'.repeat(100))), text(`${'a'.repeat(100)}b`)], 1_000, true],
])('%s', (_, messages, everyMs, silent) => expect(lastIsSilent(messages, everyMs)).toBe(silent));
