import type { MessageTemplate } from '../machine/action.ts';
import type { TextLimit } from '../messages/limits.ts';
import type { Drawing } from './paths/drawPlaces.ts';
import type { Place } from './paths/place.ts';

/** A text that a place says, and what it is said as: the same text may be a caption here and a message there. */
export interface SaidText {
  place: Place;
  key: string;
  kind: TextLimit;
}

/** A message that a place sends. */
export interface SentMessage {
  place: Place;
  message: MessageTemplate;
}

/** Every text of these messages. */
export function saidTexts(messages: readonly SentMessage[]): SaidText[] {
  return messages.flatMap(({ place, message }) => textsIn(message).map(([key, kind]) => ({ place, key, kind })));
}

/** Every message of a machine with the place that sends it. */
export function messagesOf(drawing: Drawing): SentMessage[] {
  return drawing.places.flatMap((place) => place.state.entry.flatMap((action) => (action.type === 'send' ? [{ place, message: action.message }] : [])));
}

function textsIn(message: MessageTemplate): [key: string, kind: TextLimit][] {
  const texts: [{ text: string } | undefined, TextLimit][] = [];
  if (message.type === 'text') texts.push([message.text, 'text']);
  if (message.type === 'choices') texts.push([message.body, 'choiceBody'], ...message.options.flatMap(({ label, note }): typeof texts => [[label, 'choiceLabel'], [note, 'choiceNote']]));
  if (message.type === 'form') {
    texts.push([message.body, 'choiceBody'], [message.submit, 'choiceLabel'], [message.cancel, 'choiceLabel'], [message.unreadable, 'text']);
    for (const { label, note, error, options = [], required } of message.fields) {
      texts.push([label, 'choiceBody'], [note, 'choiceBody'], [error, 'text'], ...options.map((option): (typeof texts)[number] => [option.label, 'choiceLabel']), [required ? undefined : message.skip, 'choiceLabel']);
    }
  }
  if (message.type === 'text' || message.type === 'choices') texts.push([message.header, 'header'], [message.footer, 'footer']);
  if (message.type === 'image' || message.type === 'video' || message.type === 'document') texts.push([message.caption, 'caption']);
  return texts.flatMap(([ref, kind]): [string, TextLimit][] => (ref ? [[ref.text, kind]] : []));
}
