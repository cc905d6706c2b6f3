import { choicesMessage } from '../answers/choicesMessage.ts';
import { formMessage } from '../answers/form/formMessage.ts';
import { inSteps } from '../answers/form/steps.ts';
import type { Facts, Parts } from '../expressions/types.ts';
import type { MessageTemplate, TextRef } from '../machine/action.ts';
import { fileMessage } from '../machine/fileMessage.ts';
import type { FormDraft } from '../machine/form.ts';
import { playedTypes } from '../messages/files.ts';
import type { Authored } from '../messages/outgoing.ts';

/** A late moment of a long conversation: what a tap brings back is as long as it gets. */
const wait = 999_999_999;

/** Everything the engine sends for this message on this channel, in whatever state a form is. */
export function saidOn(message: MessageTemplate, channel: string, text: (ref: TextRef) => Parts): Authored[] {
  switch (message.type) {
    case 'result': return [];
    case 'audio': return [message];
    case 'text': return [{ type: 'text', text: text(message.text), ...(message.header && { header: text(message.header) }), ...(message.footer && { footer: text(message.footer) }) }];
    case 'image':
    case 'video':
    case 'document': return [{ type: message.type, media: message.media, ...(message.caption && { caption: text(message.caption) }) }];
    case 'file': {
      const said = fileMessage(message.as, { id: 'm', mime: message.as === 'document' ? 'application/pdf' : playedTypes[message.as].at(message.as === 'image' ? 1 : 0) ?? '', name: 'file', bytes: 1 }, message.caption && text(message.caption));
      return said ? [said] : [];
    }
    case 'choices': {
      const facts: Facts = { now: '2026-11-20T10:00:00.000Z', zone: 'UTC', offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 0 }], language: 'en', seed: 1, channel, contact: { id: 'c', name: '' } };
      // Of a list one item is enough to look at: nobody typed it.
      const made = choicesMessage(message, { facts, wait, text, personal: () => false, evaluate: () => ({ ok: true, value: ['item'] }) });
      return made.ok ? [made.message] : [];
    }
    case 'form': {
      // Every field may be asked, whatever its condition says.
      const fields = message.fields.map((field) => {
        const { when: _, ...asked } = field;
        return asked;
      });
      const draft = (passed: string[], errors: string[]): FormDraft => ({ ...(inSteps(channel, fields) && { steps: true }), given: {}, values: {}, passed, errors });
      const drafts = fields.flatMap(({ id }) => [[], [id]].map((errors) => draft(fields.flatMap((other) => (other.id === id ? [] : [other.id])), errors)));
      return [undefined, ...drafts].map((each) => formMessage({ ...message, fields }, { channel, draft: each, wait, text }));
    }
  }
}
