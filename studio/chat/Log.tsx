import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatMessage } from '@parley/shared/api/chat';
import { formAnswers } from '@parley/shared/messages/form';
import type { Incoming } from '@parley/shared/messages/incoming';
import { BotBubble, OwnBubble } from './Bubble.tsx';
import { Choices } from './Choices.tsx';
import { Form } from './Form.tsx';
import { Icon } from './icons.tsx';
import { openChoices } from './log.ts';
import type { Chat } from './useChat.ts';
import type { Words } from './words.ts';

const dayOf = (at: string) => new Date(at).toDateString();

/** "Today, 10:41": the day in words where it is near, then the time, in the page's language, as its reader's region writes them. */
function dayAndTime(at: string, words: Words, language: string): string {
  const date = new Date(at);
  const locale = navigator.languages.find((own) => own.split('-')[0] === language.split('-')[0]) ?? language;
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(date);
  const today = new Date();
  const yesterday = new Date(today.getTime() - 86_400_000);
  if (dayOf(at) === today.toDateString()) return `${words.today}, ${time}`;
  if (dayOf(at) === yesterday.toDateString()) return `${words.yesterday}, ${time}`;
  return `${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(date)}, ${time}`;
}

function Row({ item, next, choose, upload, open, words, messages }: { item: ChatMessage; next: ChatMessage | undefined; choose: Chat['say']; upload: Chat['upload']; open: boolean; words: Words; messages: ChatMessage[] }) {
  if (item.direction === 'in') return <OwnBubble message={worded(item.message, messages)} url={item.url} words={words} />;
  const last = next?.direction !== 'out';
  return (
    <>
      <BotBubble message={item.message} url={item.url} last={last} words={words} {...(item.error ? { error: true } : {})} />
      {open && item.message.type === 'choices' && <Choices message={item.message} choose={choose} words={words} />}
      {open && item.message.type === 'form' && <Form message={item.message} say={choose} upload={upload} words={words} />}
    </>
  );
}

/** A filled-in form in words, by the form it answers. */
function worded(message: Incoming, messages: ChatMessage[]): Incoming {
  if (message.type !== 'formReply') return message;
  const asked = messages.findLast((item) => item.direction === 'out' && item.message.type === 'form' && item.message.wait === message.wait);
  const text = asked?.direction === 'out' && asked.message.type === 'form' ? formAnswers(asked.message.fields, message.values, asked.language).join('\n') : '';
  return text === '' ? message : { type: 'text', text };
}

/** The conversation. Follows the newest message while the reader is at the end, and says so when they are not. */
export function Log({ chat, words, language }: { chat: Chat; words: Words; language: string }) {
  const { messages, pending, streaming, working } = chat.log;
  const boxRef = useRef<HTMLDivElement>(null);
  const atEndRef = useRef(true);
  const [behind, setBehind] = useState(false);
  const open = openChoices(chat.log);

  const toEnd = () => boxRef.current?.scrollTo({ top: boxRef.current.scrollHeight });
  useLayoutEffect(() => {
    if (atEndRef.current) toEnd();
    else setBehind(true);
  }, [messages.length, pending.length, streaming?.text, working]);

  return (
    <div class="log" role="log" aria-live="polite" tabIndex={0} ref={boxRef} onLoadCapture={() => { if (atEndRef.current) toEnd(); }} onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
      atEndRef.current = scrollHeight - scrollTop - clientHeight < 40;
      if (atEndRef.current) setBehind(false);
    }}>
      {messages.map((item, index) => {
        const before = messages[index - 1];
        return (
          <div class="row" key={item.no} data-no={item.no}>
            {(!before || dayOf(before.at) !== dayOf(item.at)) && <time class="day" dateTime={item.at}>{dayAndTime(item.at, words, language)}</time>}
            <Row item={item} next={messages[index + 1]} choose={chat.say} upload={chat.upload} open={item.no === open} words={words} messages={messages} />
          </div>
        );
      })}
      {pending.map((item) => (
        <div class="row" key={item.id}>
          <OwnBubble message={worded(item.message, messages)} state={item.refused ? 'refused' : 'waiting'} words={words} />
          {item.refused !== undefined && (
            <p class="refusal"><Icon name="alert" size={14} /><span>{words.notSent}{item.refused ? `. ${item.refused}` : ''}</span>
              <button type="button" onClick={() => chat.sayAgain(item.id)}>{words.again}</button>
              <button type="button" onClick={() => chat.remove(item.id)}>{words.remove}</button>
            </p>
          )}
        </div>
      ))}
      {streaming ? <div class="row"><div class="bubble bot tail" dir="auto" aria-live="off">{streaming.text}</div></div> : working && <div class="row"><div class="bubble bot tail dots" aria-label={words.working}><i /><i /><i /></div></div>}
      {behind && <button class="newest" type="button" onClick={() => { toEnd(); setBehind(false); }}><Icon name="down" size={16} />{words.newMessages}</button>}
    </div>
  );
}
