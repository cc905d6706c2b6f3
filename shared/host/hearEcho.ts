import type { Incoming } from '../messages/incoming.ts';

/** The same words again and again: how often, and when last (ISO datetime). */
export interface Echo {
  text: string;
  count: number;
  at: string;
}

/** So often the same words within so short a time are not a person's. */
const most = 30;
const withinMs = 5_000;

/**
 * Notes repeated words. `silent` when another machine is answering this one, which must then say nothing or they go on for ever.
 * Anything but a text breaks the row.
 */
export function hearEcho(before: Echo | undefined, message: Incoming, now: string): { echo: Echo | undefined; silent: boolean } {
  if (message.type !== 'text') return { echo: undefined, silent: false };
  const text = message.text.slice(0, 100);
  const again = before?.text === text && Date.parse(now) - Date.parse(before.at) < withinMs;
  const count = again ? before.count + 1 : 1;
  return { echo: { text, count, at: now }, silent: count > most };
}
