import type { Incoming } from '../../messages/incoming.ts';
import type { Recognised } from '../recognised.ts';

/** Takes every message there is something in, as the text that stands for it: words, a caption, a file's or a place's name. */
export function recogniseAnything(message: Incoming): Recognised {
  switch (message.type) {
    case 'text': return { ok: true, value: message.text };
    case 'choiceReply': return { ok: true, value: message.label ?? message.option };
    case 'choicesReply': return { ok: true, value: message.label ?? message.options.join(', ') };
    case 'image':
    case 'video':
    case 'document': return { ok: true, value: message.caption ?? message.media.name };
    case 'audio': return { ok: true, value: message.media.name };
    case 'location': return { ok: true, value: message.label ?? `${message.latitude}, ${message.longitude}` };
    case 'contact': return { ok: true, value: message.name };
    default: return { ok: false, reason: `A message of type ${message.type} is no answer.` };
  }
}
