import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Flow } from './document.ts';
import { hashText } from './hashFlow.ts';
import { textsOf } from './textsOf.ts';
import type { FlowText } from './textsOf.ts';

/** missing = not there or empty; outdated = made from another original than today's; ok = there and of this original. */
export type TranslationState = 'missing' | 'outdated' | 'ok';

/** A text with how it stands in every language but the one it was typed in. */
export interface TranslatableText extends FlowText {
  languages: Record<string, TranslationState>;
}

/** The texts of a flow with the state of their translations; `languages` are the bot's (a subflow speaks its caller's). */
export function translatableTexts(flow: Flow, nodeTypes: NodeTypes, languages: readonly string[] = flow.languages): TranslatableText[] {
  const others = languages.filter((language) => language !== flow.languages[0]);
  return textsOf(flow, nodeTypes).map((text) => {
    // Only hashed where a translation exists to compare with.
    let source: string | undefined;
    const stateIn = (language: string): TranslationState => {
      const texts = Object.hasOwn(flow.translations, language) ? flow.translations[language] : undefined;
      const translation = texts && Object.hasOwn(texts, text.key) ? texts[text.key] : undefined;
      if (!translation || translation.text.trim() === '') return 'missing';
      return translation.source === (source ??= hashText(text.original)) ? 'ok' : 'outdated';
    };
    return { ...text, languages: Object.fromEntries(others.map((language) => [language, stateIn(language)])) };
  });
}
