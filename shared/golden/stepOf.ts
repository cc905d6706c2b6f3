import type { Parts } from '../expressions/types.ts';
import type { Json } from '../lib/json.ts';
import type { Action } from '../machine/action.ts';
import type { Authored } from '../messages/outgoing.ts';
import type { BotSaid, GoldenStep } from '../nodes/golden.ts';
import { formLines } from './formLines.ts';

/** How an effect stands in a golden conversation: what the bot says, or what it asks to have done. */
export function stepOf(action: Exclude<Action, { type: 'startTimer' }>): GoldenStep {
  if (action.type === 'send') return { bot: saidIn(action.message) };
  const { wait: _, ...does } = action;
  return { does: JSON.parse(JSON.stringify(does)) as Record<string, Json> };
}

/** A message as people see it. */
export function saidIn(message: Authored): BotSaid {
  switch (message.type) {
    case 'text': return message.header || message.footer ? { ...around(message), text: shown(message.text) } : shown(message.text);
    case 'choices': return {
      ...around(message),
      text: shown(message.body),
      ...(message.several && { several: `${message.several.least}-${message.several.most}` }),
      options: message.options.map(({ label, note }) => (note ? `${shown(label)} | ${shown(note)}` : shown(label))),
    };
    case 'form': return { text: shown(message.body), form: formLines({ ...message, fields: message.fields.map(({ id, required, label, options }) => ({ id, required, label: shown(label), ...(options && { options: options.map((option) => ({ label: shown(option.label) })) }) })), errors: Object.fromEntries(Object.entries(message.errors).map(([id, parts]) => [id, shown(parts)])) }) };
    case 'audio': return { file: `audio: ${message.media.name}` };
    case 'image':
    case 'video':
    case 'document': return { file: `${message.type}: ${message.media.name}`, ...(message.caption && { text: shown(message.caption) }) };
    case 'typing': return '';
  }
}

function around({ header, footer }: { header?: Parts; footer?: Parts }): { header?: string; footer?: string } {
  return { ...(header && { header: shown(header) }), ...(footer && { footer: shown(footer) }) };
}

function shown(parts: Parts): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}
