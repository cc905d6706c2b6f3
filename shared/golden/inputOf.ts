import { invariant } from '../lib/invariant.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { GoldenStep } from '../nodes/golden.ts';

/** The message a line of the contact's stands for; a tap names an option of the last question by label or id. */
export function inputOf(line: GoldenStep, options: { id: string; label: string; wait: number }[]): Incoming {
  if ('user' in line) return typeof line.user === 'string' ? { type: 'text', text: line.user } : line.user;
  invariant('tap' in line, 'a line that comes in is something the contact says, taps or waits for');
  const option = options.find(({ id, label }) => label === line.tap || id === line.tap);
  invariant(option, `"${line.tap}" is an option of the last question (${options.map(({ label }) => label).join(', ') || 'it had none'})`);
  return { type: 'choiceReply', option: option.id, label: option.label, wait: option.wait };
}
