import { invariant } from '@parley/shared/lib/invariant';
import { confirmTexts } from './confirmTexts.data.ts';
import type { ConfirmTexts } from './confirmTexts.data.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** The page's sentences in a language, with how it is written; English where it has none. */
export function textsFor(language: string): ConfirmTexts & { lang: string; dir: 'ltr' | 'rtl' } {
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  const lang = Object.hasOwn(confirmTexts, base) ? base : 'en';
  const texts = confirmTexts[lang] ?? confirmTexts['en'];
  invariant(texts, 'the page has its English');
  return { ...texts, lang, dir: lang === 'ar' ? 'rtl' : 'ltr' };
}

// The author's own words may be in another language than the page: their direction is theirs.
const page = ({ lang, dir }: Pick<ReturnType<typeof textsFor>, 'lang' | 'dir'>, title: string, inside: string): string => `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${escape(title)}</title>
    <link rel="icon" href="data:,">
    <style>
      body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #faf9f7; color: #1c1b18; font: 16px/24px system-ui, sans-serif; }
      main { box-sizing: border-box; max-width: min(408px, 100vw); padding: 24px; overflow-wrap: anywhere; }
      h1 { font-size: 20px; line-height: 28px; margin: 0 0 8px; }
      p { margin: 0 0 16px; color: #54514a; }
      button { font: inherit; font-weight: 600; min-height: 44px; padding: 8px 20px; border: 0; border-radius: 8px; background: #1c1b18; color: #faf9f7; cursor: pointer; }
      button:focus-visible { outline: 2px solid #10597a; outline-offset: 2px; }
      @media (prefers-color-scheme: dark) {
        body { background: #131312; color: #f2f0eb; } p { color: #bab7ae; }
        button { background: #f2f0eb; color: #131312; } button:focus-visible { outline-color: #7cc4e4; }
      }
    </style>
  </head>
  <body>
    <main>
      <h1><bdi>${escape(title)}</bdi></h1>
${inside}
    </main>
  </body>
</html>
`;

/** Asks a person to confirm; opening it does nothing, so that previews of links do no harm. */
export function confirmPage({ bot, code, label, language }: { bot: string; code: string; label: string; language: string }): string {
  const texts = textsFor(language);
  return page(texts, bot, `      <p>${escape(texts.asks)}</p>
      <form method="post"><button type="submit" name="code" value="${escape(code)}"><bdi>${escape(label || texts.confirm)}</bdi></button></form>`);
}

/** Says one of the page's sentences to a person, with nothing to press. It bears the bot's name or one of the page's own titles. */
export function saidPage({ bot, title, says, language }: { bot?: string; title?: 'over' | 'failed'; says: Exclude<keyof ConfirmTexts, 'confirm' | 'over' | 'failed'>; language: string }): string {
  const texts = textsFor(language);
  return page(texts, title ? texts[title] : bot ?? '', `      <p>${escape(texts[says])}</p>`);
}
