import type { Flow, Translation } from '../flow/document.ts';

/** One translation to be put into a flow; undefined takes it away. */
export interface TextChange {
  key: string;
  language: string;
  translation: Translation | undefined;
}

/** Puts translations into a draft of a flow, in place. */
export function changeTexts(draft: Pick<Flow, 'translations'>, changes: readonly TextChange[]): void {
  for (const { key, language, translation } of changes) {
    const texts = draft.translations[language] ?? {};
    if (translation) texts[key] = translation;
    else delete texts[key];
    if (translation || draft.translations[language]) draft.translations[language] = texts;
  }
}
