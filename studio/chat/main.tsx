import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChatBot } from '@parley/shared/api/chat';
import { botColors } from '@parley/shared/messages/botColors';
import { Composer } from './Composer.tsx';
import { readBot } from './connection.ts';
import { DropArea } from './DropArea.tsx';
import { Header } from './Header.tsx';
import { Log } from './Log.tsx';
import { chosenLanguage } from './log.ts';
import { useChat } from './useChat.ts';
import { useFiles } from './useFiles.ts';
import { directionOf, wordsFor } from './words.ts';
import './chat.css';

const slug = decodeURIComponent(location.pathname.split('/')[2] ?? '');

/** Paints the author's colour, readable in light and dark; the answer stops following the scheme. */
function paint(colour: string): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const set = () => {
    const { bot, on, soft } = botColors(colour, scheme.matches ? '#1b1b19' : '#ffffff', scheme.matches);
    for (const [name, value] of Object.entries({ '--bot': bot, '--bot-on': on, '--bot-soft': soft })) document.documentElement.style.setProperty(name, value);
  };
  set();
  scheme.addEventListener('change', set);
  return () => scheme.removeEventListener('change', set);
}

/** The language of the page: the one the visitor chose, also where a text is missing in it; else that of the last thing the bot said, before that the bot's own. */
function usePageLanguage(bot: ChatBot, chosen: string | undefined, spoken: string | undefined): string {
  const language = chosen ?? spoken ?? bot.language;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  return language;
}

function ChatPage({ bot }: { bot: ChatBot }) {
  const chat = useChat(slug);
  const spoken = chat.log.messages.findLast((item) => item.direction === 'out');
  const language = usePageLanguage(bot, chosenLanguage(chat.log, bot.languages), spoken?.direction === 'out' ? spoken.language : undefined);
  const words = wordsFor(language);
  const attachments = useFiles(chat, bot.takes, words);
  const files = bot.takes.length > 0 && !bot.paused ? attachments : undefined;
  return (
    <DropArea files={files} words={words}>
      <Header bot={bot} chat={chat} language={language} words={words} />
      <main><Log chat={chat} words={words} language={language} /></main>
      <footer>
        <p class="notice" role="status">{chat.link === 'offline' ? words.offlineNotice : bot.paused && bot.published ? words.pausedNotice : ''}</p>
        <Composer words={words} send={(text) => chat.say({ type: 'text', text })} stop={chat.stop} files={files} speech={bot.takes.includes('audio')} />
        <p class="maker">{words.assistant} {words.madeWith} <b>Parley</b></p>
      </footer>
    </DropArea>
  );
}

function Page() {
  const [bot, setBot] = useState<ChatBot | 'missing' | 'failed'>();
  const words = wordsFor(navigator.language);
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    let unpaint: (() => void) | undefined;
    const load = () => {
      readBot(slug).then(
        (found) => {
          if (found) {
            document.title = found.name;
            unpaint?.();
            unpaint = paint(found.colour);
            // Closed for now: the page opens by itself when the bot does.
            if (found.paused) again = setTimeout(load, 5_000);
          }
          setBot(found ?? 'missing');
        },
        () => {
          // A page that has shown its bot keeps it: the connection says the rest.
          setBot((shown) => (typeof shown === 'object' ? shown : 'failed'));
          again = setTimeout(load, 2_000);
        },
      );
    };
    load();
    return () => clearTimeout(again);
  }, []);
  if (bot === undefined) return <div class="chat skeleton" aria-busy="true"><header><span class="picture" /><span class="bone" /></header><main><div class="log"><span class="bone" /><span class="bone" /></div></main><footer><div class="composer" /></footer></div>;
  if (typeof bot === 'string') return <main class="whole"><p role="alert">{bot === 'missing' ? words.missing : words.failed}</p></main>;
  return <ChatPage bot={bot} />;
}

const home = document.getElementById('chat');
if (home) render(<Page />, home);
