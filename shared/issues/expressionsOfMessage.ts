import type { Expression } from '../expressions/types.ts';
import type { MessageTemplate } from '../machine/action.ts';

/** The expressions of a message besides those in its texts: the file it sends, and what makes options of a list's items. */
export function expressionsOfMessage(message: MessageTemplate): Expression[] {
  if (message.type === 'file') return message.file === 'result' ? [] : [message.file];
  const listed = message.type === 'choices' ? message.listed : undefined;
  return listed ? [listed.labels, listed.values, ...(listed.notes ? [listed.notes] : [])] : [];
}
