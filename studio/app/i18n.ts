import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolate } from '../ui/isolate.ts';
import { code } from './words/code.data.ts';
import { connect } from './words/connect.data.ts';
import { editing } from './words/editing.data.ts';
import { en } from './words/en.data.ts';
import { exchange } from './words/exchange.data.ts';
import { history } from './words/history.data.ts';
import { models } from './words/models.data.ts';
import { nodes } from './words/nodes.data.ts';
import { pages } from './words/pages.data.ts';
import { simulator } from './words/simulator.data.ts';
import { texts } from './words/texts.data.ts';
import { together } from './words/together.data.ts';

/** Starts the studio's words and tells the page their language and direction. All that people read is in `words/`; plural forms by `_one` and `_other`. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: { ...en, ...pages, ...connect, ...code, ...exchange, ...history, ...models, ...nodes, ...simulator, ...editing, ...texts, ...together } } },
    // React escapes; what is left to guard is the order of words of another direction.
    interpolation: { escapeValue: true, escape: isolate },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language;
  document.documentElement.dir = i18next.dir();
}
