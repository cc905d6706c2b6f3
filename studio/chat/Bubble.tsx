import type { Incoming } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import { Icon } from './icons.tsx';

/** Puts links in a text where they can be followed; everything else stays text. */
function Linked({ text }: { text: string }) {
  const pieces = text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/g);
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <a key={index} href={piece} target="_blank" rel="noopener noreferrer nofollow">{piece}</a> : piece))}</>;
}

function Paragraph({ text, quiet }: { text: string | undefined; quiet?: boolean }) {
  if (!text) return null;
  return <p class={quiet ? 'quiet' : undefined} dir="auto"><Linked text={text} /></p>;
}

/** What the visitor said, in words; undefined for what is not shown (opening the page). */
export function wordsOf(message: Incoming): string | undefined {
  switch (message.type) {
    case 'text':
      return message.text;
    case 'choiceReply':
      return message.label ?? message.option;
    case 'dialogReply':
      return message.value;
    case 'image':
    case 'video':
    case 'document':
      return message.caption ?? message.media.name;
    case 'audio':
      return message.media.name;
    case 'location':
      return message.label ?? `${message.latitude}, ${message.longitude}`;
    case 'contact':
      return message.name;
    case 'reaction':
      return message.emoji;
    case 'edited':
      return message.text;
    default:
      return undefined;
  }
}

/** One thing the bot said, without its choices. `last` gets the tail. */
export function BotBubble({ message, last, error }: { message: Outgoing; last: boolean; error?: boolean }) {
  const look = `bubble bot${last ? ' tail' : ''}${error ? ' error' : ''}`;
  switch (message.type) {
    case 'text':
      return <div class={look}>{message.header && <h2 dir="auto">{message.header}</h2>}<Paragraph text={message.text} /><Paragraph text={message.footer} quiet /></div>;
    case 'choices':
      return <div class={look}>{message.header && <h2 dir="auto">{message.header}</h2>}<Paragraph text={message.body} /><Paragraph text={message.footer} quiet /></div>;
    case 'image':
    case 'video':
    case 'document':
    case 'audio':
      return (
        <div class={look}>
          <a class="file" href={`/media/${encodeURIComponent(message.media.id)}`} target="_blank" rel="noopener noreferrer"><Icon name="file" size={18} /><span dir="auto">{message.media.name}</span></a>
          {'caption' in message && <Paragraph text={message.caption} />}
        </div>
      );
    case 'typing':
      return null;
  }
}
