import { invariant } from '../lib/invariant.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { GoldenStep } from '../nodes/golden.ts';

/** The message a line of the contact's stands for; a tap names an option of the last question by label or id. */
export function inputOf(line: GoldenStep, options: { id: string; label: string; wait: number }[]): Incoming {
  if ('user' in line) return typeof line.user === 'string' ? { type: 'text', text: line.user } : line.user;
  if ('taps' in line) {
    const taken = line.taps.map((tap) => optionOf(tap, options));
    return { type: 'choicesReply', options: taken.map(({ id }) => id), label: taken.map(({ label }) => label).join(', '), wait: taken[0]?.wait ?? 0 };
  }
  invariant('tap' in line, 'a line that comes in is something the contact says, taps or waits for');
  const option = optionOf(line.tap, options);
  return { type: 'choiceReply', option: option.id, label: option.label, wait: option.wait };
}

type Offered = Parameters<typeof inputOf>[1][number];

function optionOf(tap: string, options: Offered[]): Offered {
  const option = options.find(({ id, label }) => label === tap || id === tap);
  invariant(option, `"${tap}" is an option of the last question (${options.map(({ label }) => label).join(', ') || 'it had none'})`);
  return option;
}
