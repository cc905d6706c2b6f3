import type { Dialog, DialogGiven, Way } from './dialog.ts';
import { wayOf } from './dialog.ts';
import { textsIn } from './texts.data.ts';

/** Rows that fit a list on every channel, the way to the next page among them. */
const rows = 10;

/** Choosing one of the bot's languages, each called by its own name; many are turned over in pages. */
export const languageDialog: Dialog = {
  settled: ({ languages }) => (languages.length === 1 ? languages[0] : undefined),
  ask(given) {
    const { texts } = textsIn(given.language);
    const options = waysOf(given).map(({ id, label }) => ({ id, label: [label] }));
    return [{ type: 'choices', body: [texts.chooseLanguage], options, wait: given.wait }];
  },
  hear(message, given) {
    const found = wayOf(message, 'language', waysOf(given)) ?? (message.type === 'text' || message.type === 'dialogReply' ? wayOf(message, 'language', languagesOf(given)) : undefined);
    return found?.value;
  },
};

type LanguageWay = Way<{ value: string } | { page: number }>;

function waysOf(given: DialogGiven): LanguageWay[] {
  const all = languagesOf(given);
  if (all.length <= rows) return all;
  const perPage = rows - 1;
  const pages = Math.ceil(all.length / perPage);
  const page = given.page % pages;
  const next = (page + 1) % pages;
  return [
    ...all.slice(page * perPage, (page + 1) * perPage),
    { id: `language:page:${next}`, label: textsIn(given.language).texts.moreLanguages, words: [], value: { page: next } },
  ];
}

function languagesOf({ language, languages }: DialogGiven): LanguageWay[] {
  return languages.map((tag) => ({ id: `language:${tag}`, label: nameIn(tag, tag), words: [tag, nameIn(tag, 'en'), nameIn(tag, language)], value: { value: tag } }));
}

function nameIn(tag: string, language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return tag;
  }
}
