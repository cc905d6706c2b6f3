import type { MessageTemplate } from '../machine/action.ts';
import type { TextLimit } from '../messages/limits.ts';
import type { Drawing } from './paths/drawPlaces.ts';
import type { Place } from './paths/place.ts';

/** A text that a place says, and what it is said as: the same text may be a caption here and a message there. */
export interface SaidText {
  place: Place;
  key: string;
  kind: TextLimit;
  /** What part of a form it is, for sentences about it; elsewhere its kind tells. */
  part?: string;
}

/** A message that a place sends. */
export interface SentMessage {
  place: Place;
  message: MessageTemplate;
}

/** Every text of these messages. */
export function saidTexts(messages: readonly SentMessage[]): SaidText[] {
  return messages.flatMap(({ place, message }) => textsIn(message).map(([key, kind, part]) => ({ place, key, kind, ...(part !== undefined && { part }) })));
}

/** Every message of a machine with the place that sends it. */
export function messagesOf(drawing: Drawing): SentMessage[] {
  return drawing.places.flatMap((place) => place.state.entry.flatMap((action) => (action.type === 'send' ? [{ place, message: action.message }] : [])));
}

type Text = [ref: { text: string } | undefined, kind: TextLimit, part?: string];

/** Every text of one message that is shown whole: its key, what it is said as, and what part of a form it is. */
export function textsIn(message: MessageTemplate): [key: string, kind: TextLimit, part?: string][] {
  const texts: Text[] = [];
  if (message.type === 'text') texts.push([message.text, 'text']);
  if (message.type === 'choices') texts.push([message.body, 'choiceBody'], ...message.options.flatMap(({ label, note }): Text[] => [[label, 'choiceLabel'], [note, 'choiceNote']]));
  if (message.type === 'form') {
    texts.push([message.body, 'choiceBody', 'The text'], [message.submit, 'choiceLabel', 'The button'], [message.cancel, 'choiceLabel', 'The button that gives up'], [message.unreadable, 'text']);
    for (const { label, note, error, options = [], required } of message.fields) {
      texts.push([label, 'choiceBody', 'The label of a field'], [note, 'choiceBody', 'The note of a field'], [error, 'text'], ...options.map((option): Text => [option.label, 'choiceLabel']), [required ? undefined : message.skip, 'choiceLabel', 'What passes a field']);
    }
  }
  if (message.type === 'text' || message.type === 'choices') texts.push([message.header, 'header'], [message.footer, 'footer']);
  if (message.type === 'image' || message.type === 'video' || message.type === 'document' || message.type === 'file') texts.push([message.caption, 'caption']);
  return texts.flatMap(([ref, kind, part]): [string, TextLimit, string?][] => (ref ? [[ref.text, kind, part]] : []));
}
