import type { Evaluation, Expression, Facts, Parts } from '../expressions/types.ts';
import type { MessageTemplate, TextRef } from '../machine/action.ts';
import { channelLimits } from '../messages/limits.ts';
import type { Authored, Option } from '../messages/outgoing.ts';
import { listOptions } from './listOptions.ts';

type Template = Extract<MessageTemplate, { type: 'choices' }>;

interface Shown {
  facts: Facts;
  wait: number;
  /** Whether what the list holds is somebody's own. */
  personal(expression: Expression): boolean;
  text(ref: TextRef): Parts;
  evaluate(expression: Expression): Evaluation;
}

/**
 * A choice as a channel gets it. Where several may be chosen and the channel cannot let people do that, a text that numbers the
 * options: people write which. Gives why not when the options of a list cannot be computed.
 */
export function choicesMessage(message: Template, shown: Shown): { ok: true; message: Authored } | { ok: false; error: string } {
  const { text, facts, wait } = shown;
  const { header, footer, several } = message;
  const made = optionsIn(message, shown);
  if (!made.ok) return made;
  const body = text(message.body);
  const around = { ...(header && { header: text(header) }), ...(footer && { footer: text(footer) }) };
  const limits = Object.hasOwn(channelLimits, facts.channel) ? channelLimits[facts.channel as keyof typeof channelLimits] : undefined;
  if (several && limits && !limits.several) {
    const lines = made.options.flatMap(({ label, note }, place): Parts => ['\n', `${place + 1}. `, ...label, ...(note ? [' – ', ...note] : [])]);
    return { ok: true, message: { type: 'text', text: [...body, '\n', ...lines], ...around } };
  }
  return { ok: true, message: { type: 'choices', body, ...around, options: made.options, ...(several && { several: { least: several.least, most: Math.max(1, Math.min(several.most, made.options.length)) } }), wait } };
}

function optionsIn({ options, listed }: Template, { text, facts, evaluate, personal }: Shown): { ok: true; options: Option<Parts>[] } | { ok: false; error: string } {
  if (!listed) return { ok: true, options: options.map(({ id, label, note }) => ({ id, label: text(label), ...(note && { note: text(note) }) })) };
  const made = listOptions(listed, facts, evaluate);
  if (!made.ok) return made;
  const part = (value: string, from: Expression): Parts => [{ value, name: 'item', ...(personal(from) && { personal: true }) }];
  return { ok: true, options: made.options.map(({ id, label, note }) => ({ id, label: part(label, listed.labels), ...(note !== undefined && listed.notes && { note: part(note, listed.notes) }) })) };
}
