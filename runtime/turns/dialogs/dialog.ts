import type { Parts } from '@parley/shared/expressions/types';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Authored } from '@parley/shared/messages/outgoing';
import { fold } from '@parley/shared/answers/fold';

/** What a dialog may know. */
export interface DialogGiven {
  /** The language the contact reads. */
  language: string;
  /** The bot's languages, the author's first. */
  languages: readonly string[];
  page: number;
  /** Id that its options carry, so that a late tap is known. */
  wait: number;
  /** The author's own words, where the flow has some. */
  consentText: Parts;
}

/** What a dialog made of a message: its value, another page, or nothing (it asks again). */
export type Heard = { value: string } | { page: number } | undefined;

/** A conversation of the host's own, outside the flow: it asks, and hears the contact's messages until it has a value. */
export interface Dialog {
  /** The value when there is nothing to ask, e.g. a bot of one language. */
  settled?(given: DialogGiven): string | undefined;
  ask(given: DialogGiven): Authored[];
  hear(message: Incoming, given: DialogGiven): Heard;
}

/** One way to answer a dialog: what its option says and the words that mean it. */
export interface Way<Value> {
  id: string;
  label: string;
  words: readonly string[];
  value: Value;
}

/** The way a message takes: a tapped option, a dialog reply, a number, or one of its words (compared folded). */
export function wayOf<Value>(message: Incoming, dialog: string, ways: readonly Way<Value>[]): Way<Value> | undefined {
  if (message.type === 'choiceReply') return ways.find(({ id }) => id === message.option);
  if (message.type === 'dialogReply') return message.dialog === dialog ? ways.find(({ id }) => id === `${dialog}:${message.value}`) : undefined;
  if (message.type !== 'text') return undefined;
  const said = fold(message.text);
  if (/^\d{1,2}$/.test(said)) return ways[Number(said) - 1];
  return said === '' ? undefined : ways.find(({ label, words }) => [label, ...words].some((word) => fold(word) === said));
}
