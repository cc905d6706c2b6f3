import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatBot } from '@parley/shared/api/chat';
import { Icon } from './icons.tsx';
import type { Chat } from './useChat.ts';
import type { Words } from './words.ts';

/** A language's own name, where the browser knows it. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Who is talking, and the two things a visitor can always do: speak another language, start over. */
export function Header({ bot, chat, words }: { bot: ChatBot; chat: Chat; words: Words }) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    menu.current?.querySelector('button')?.focus();
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !menu.current?.parentElement?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [open]);

  const pick = (dialog: string, value: string) => {
    setOpen(false);
    chat.say({ type: 'dialogReply', dialog, value });
  };

  return (
    <header>
      <span class="picture"><Icon name="chat" /></span>
      <div class="who">
        <h1><bdi>{bot.name}</bdi></h1>
        <p>{words.assistant}</p>
      </div>
      <div class="menu">
        <button type="button" aria-label={words.menu} aria-haspopup="true" aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="menu" /></button>
        {open && (
          <div class="items" ref={menu}>
            {bot.languages.length > 1 && (
              <div role="group" aria-label={words.language}>
                <p>{words.language}</p>
                {bot.languages.map((language) => <button key={language} type="button" lang={language} onClick={() => pick('language', language)}>{nameOf(language)}</button>)}
              </div>
            )}
            <button type="button" onClick={() => pick('reset', 'yes')}>{words.startOver}</button>
          </div>
        )}
      </div>
    </header>
  );
}
