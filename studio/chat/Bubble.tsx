import type { Incoming } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import { saidIn } from '@parley/shared/messages/saidIn';
import { FileView } from './FileView.tsx';
import type { Words } from './words.ts';

/** Puts links in a text where they can be followed; everything else stays text. */
function Linked({ text }: { text: string }) {
  const pieces = text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/g);
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <a key={index} href={piece} target="_blank" rel="noopener noreferrer nofollow">{piece}</a> : piece))}</>;
}

function Paragraph({ text, quiet }: { text: string | undefined; quiet?: boolean }) {
  if (!text) return null;
  return <p class={quiet ? 'quiet' : undefined} dir="auto"><Linked text={text} /></p>;
}

/** One thing the visitor said; nothing for what is not shown. `state` = not in the log yet. */
export function OwnBubble({ message, url, state, words }: { message: Incoming; url?: string | undefined; state?: 'waiting' | 'refused'; words: Words }) {
  const text = saidIn(message);
  const file = 'media' in message ? message : undefined;
  if (text === undefined && !file) return null;
  return <div class={`bubble own${state ? ` ${state}` : ''}`} dir="auto">{file && <FileView file={file} url={url} words={words} />}{file ? <Paragraph text={text} /> : text}</div>;
}

/** One thing the bot said, without its choices. `last` gets the tail. */
export function BotBubble({ message, url, last, error, words }: { message: Outgoing; url?: string | undefined; last: boolean; error?: boolean; words: Words }) {
  const look = `bubble bot${last ? ' tail' : ''}${error ? ' error' : ''}`;
  switch (message.type) {
    case 'text':
      return <div class={look}>{message.header && <h2 dir="auto">{message.header}</h2>}<Paragraph text={message.text} /><Paragraph text={message.footer} quiet />{message.by && <p class="quiet maker" dir="auto">{message.by === 'model' ? words.byModel : words.byStandIn}</p>}</div>;
    case 'choices':
      return <div class={look}>{message.header && <h2 dir="auto">{message.header}</h2>}<Paragraph text={message.body} /><Paragraph text={message.footer} quiet /></div>;
    case 'form':
      return <div class={look}><Paragraph text={message.body} /></div>;
    case 'image':
    case 'video':
    case 'document':
    case 'audio':
      return <div class={look}><FileView file={message} url={url} words={words} />{'caption' in message && <Paragraph text={message.caption} />}</div>;
    case 'typing':
      return null;
  }
}
