import { hashText } from '../flow/hashFlow.ts';
import { translatableTexts } from '../flow/translatableTexts.ts';
import type { TranslationState } from '../flow/translatableTexts.ts';
import { languageNames } from './languageNames.data.ts';
import type { Change } from './issue.ts';
import type { Subject } from './subject.ts';
import { listed, quoted } from './where.ts';
import type { Where } from './where.ts';

/** A text with the languages in which it is in one state, in words. */
export interface TextInState {
  where: Where;
  /** What people call the text: its node and field. */
  name: string;
  languages: string;
  /** What makes its translations count as made of today's text. */
  keep: NonNullable<Change['set']>;
}

/** The texts of all flows that are in this state in at least one of the bot's languages. */
export function textsInState(subject: Subject, state: TranslationState): TextInState[] {
  if (subject.languages.length < 2) return [];
  return Object.entries(subject.set.flows).flatMap(([flow, document]) => translatableTexts(document, subject.nodeTypes, subject.languages).flatMap((text): TextInState[] => {
    const tags = Object.entries(text.languages).filter(([, found]) => found === state).map(([language]) => language);
    if (tags.length === 0) return [];
    const keep = tags.flatMap((language) => [{ path: ['translations', language, text.key, 'source'], value: hashText(text.original) }, { path: ['translations', language, text.key, 'accepted'], value: true }]);
    const node = text.nodeId === undefined ? undefined : subject.node(flow, text.nodeId);
    const name = node ? `${text.label} of ${quoted(node.name)}` : text.label;
    return [{ where: { flow, ...(text.nodeId !== undefined && { nodeId: text.nodeId }), field: text.path.join('.') }, name, languages: listed(tags.map(inWords)), keep }];
  }));
}

/** The translations of a text into the bot's languages, empty ones left out. */
export function translationsOf({ set, languages }: Subject, flow: string, key: string): { language: string; text: string; source: string }[] {
  const translations = set.flows[flow]?.translations ?? {};
  return languages.flatMap((language) => {
    const texts = Object.hasOwn(translations, language) ? translations[language] : undefined;
    const made = texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
    return made && made.text !== '' ? [{ language, text: made.text, source: made.source }] : [];
  });
}

/** Sets a text that was changed without a change of what it says, and says so of its translations, which else would be outdated. */
export function setText(subject: Subject, { flow, path, key, original, text }: { flow: string; path: string[]; key: string; original: string; text: string }): NonNullable<Change['set']> {
  const [was, is] = [hashText(original), hashText(text)];
  const upToDate = translationsOf(subject, flow, key).filter(({ source }) => source === was);
  return [{ path, value: text }, ...upToDate.map(({ language }) => ({ path: ['translations', language, key, 'source'], value: is }))];
}

/** "Français (fr)"; the tag says it to programs, the name to people. */
export function inWords(language: string): string {
  const name = languageNames[language] ?? languageNames[language.split('-')[0] ?? ''];
  return name ? `${name} (${language})` : `(${language})`;
}
