import type { Flow } from '@parley/shared/flow/document';
import { hashText } from '@parley/shared/flow/hashFlow';
import { settingsTexts } from '@parley/shared/flow/settingsTexts.data';
import type { SettingsTexts } from '@parley/shared/flow/settingsTexts.data';
import { textsOf } from '@parley/shared/flow/textsOf';

const textsIn = (language: string | undefined): SettingsTexts | undefined => (language === undefined ? undefined : settingsTexts[language] ?? settingsTexts[language.split('-')[0] ?? '']);

/**
 * Adds a language. What the flow says by itself and nobody has reworded comes along in it where it is known: an author should not
 * be told that words are missing that were never theirs.
 */
export function addLanguage(flow: Flow, language: string): void {
  if (flow.languages.includes(language)) return;
  flow.languages.push(language);
  const [typed, known] = [textsIn(flow.languages[0]), textsIn(language)];
  if (!typed || !known) return;
  const meaning = new Map(names.map((name) => [typed[name], known[name]]));
  const texts = flow.translations[language] ?? {};
  for (const { key, original } of textsOf({ ...flow, nodes: {} }, {})) {
    const text = meaning.get(original);
    if (text !== undefined && !texts[key]) texts[key] = { text, source: hashText(original), by: 'person', accepted: true };
  }
  if (Object.keys(texts).length > 0) flow.translations[language] = texts;
}

const names: readonly (keyof SettingsTexts)[] = ['errorText', 'unreadableText', 'waitingText', 'restart', 'menu', 'language'];
