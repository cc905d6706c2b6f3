import type { Incoming } from './incoming.ts';

/** What a contact said, in words that can be shown as they are; undefined where there are none (opening the page, a file alone, a filled form). */
export function saidIn(message: Incoming): string | undefined {
  switch (message.type) {
    case 'text':
    case 'edited': return message.text;
    case 'choiceReply': return message.label ?? message.option;
    case 'choicesReply': return message.label ?? message.options.join(', ');
    case 'dialogReply': return message.value;
    case 'image':
    case 'video':
    case 'document': return message.caption;
    case 'location': return message.label ?? `${message.latitude}, ${message.longitude}`;
    case 'contact': return message.name;
    case 'reaction': return message.emoji;
    case 'audio':
    case 'formReply':
    case 'start':
    case 'callback':
    case 'unsupported': return undefined;
  }
}
