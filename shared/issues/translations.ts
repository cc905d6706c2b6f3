import { translatableTexts } from '../flow/translatableTexts.ts';
import type { TranslationState } from '../flow/translatableTexts.ts';
import { languageNames } from './languageNames.data.ts';
import type { Subject } from './subject.ts';
import { listed, quoted } from './where.ts';
import type { Where } from './where.ts';

/** A text with the languages in which it is in one state, in words. */
export interface TextInState {
  where: Where;
  /** What people call the text: its node and field. */
  name: string;
  languages: string;
}

/** The texts of all flows that are in this state in at least one of the bot's languages. */
export function textsInState(subject: Subject, state: TranslationState): TextInState[] {
  if (subject.languages.length < 2) return [];
  return Object.entries(subject.set.flows).flatMap(([flow, document]) => translatableTexts(document, subject.nodeTypes, subject.languages).flatMap((text): TextInState[] => {
    const languages = Object.entries(text.languages).filter(([, found]) => found === state).map(([language]) => inWords(language));
    if (languages.length === 0) return [];
    const node = text.nodeId === undefined ? undefined : subject.node(flow, text.nodeId);
    const name = node ? `${text.label} of ${quoted(node.name)}` : text.label;
    return [{ where: { flow, ...(text.nodeId !== undefined && { nodeId: text.nodeId }), field: text.path.join('.') }, name, languages: listed(languages) }];
  }));
}

/** "Français (fr)"; the tag says it to programs, the name to people. */
export function inWords(language: string): string {
  const name = languageNames[language] ?? languageNames[language.split('-')[0] ?? ''];
  return name ? `${name} (${language})` : `(${language})`;
}
