import type { ChatBot } from '@parley/shared/api/chat';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';
import type { Chat } from './useChat.ts';
import type { Words } from './words.ts';

/** A language's own name, where the browser knows it. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Who is talking and whether they can hear, and the two things a visitor can always do: speak another language, start over. */
export function Header({ bot, chat, language, words }: { bot: ChatBot; chat: Chat; language: string; words: Words }) {
  const code = language.split('-')[0]?.toUpperCase() ?? '';
  const state = chat.link === 'online' && bot.paused ? 'paused' : chat.link;
  return (
    <header>
      <span class="picture"><Icon name="chat" /></span>
      <div class="who">
        <h1><bdi>{bot.name}</bdi></h1>
        <p><i class={state} />{bot.published || state !== 'paused' ? words[state] : words.unpublished}</p>
      </div>
      {bot.languages.length > 1 && (
        <Menu label={`${code} – ${words.language}`} face={<><Icon name="language" size={18} /><span>{code}</span></>}>
          {(choose) => bot.languages.map((each) => (
            <button key={each} type="button" lang={each} aria-current={each === language} onClick={choose(() => chat.say({ type: 'dialogReply', dialog: 'language', value: each }))}>{nameOf(each)}</button>
          ))}
        </Menu>
      )}
      <Menu label={words.menu} face={<Icon name="menu" />}>
        {(choose) => <button type="button" onClick={choose(() => chat.say({ type: 'dialogReply', dialog: 'reset', value: 'yes' }))}>{words.startOver}</button>}
      </Menu>
    </header>
  );
}
