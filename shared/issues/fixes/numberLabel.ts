import { fold } from '../../answers/fold.ts';
import { channelLimits, lengthOf } from '../../messages/limits.ts';
import type { Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { setText, translationsOf } from '../translations.ts';
import { quoted } from '../where.ts';
import type { Where } from '../where.ts';

/** The options of one choice by the keys of their labels, and the one that reads like another. */
export interface SameLabel {
  key: string;
  options: readonly string[];
  /** As it reads where it was found to be the same. */
  label: string;
}

/** Numbers a label in every language in which an earlier option reads the same; undefined where a channel would not take it so long. */
export function numberLabel(subject: Subject, { flow, nodeId, field }: Where, { key, options, label: shown }: SameLabel): Fix | undefined {
  const [first = ''] = subject.languages;
  const typed = nodeId === undefined ? undefined : subject.node(flow, nodeId)?.fields.find(({ path }) => path.join('.') === field);
  if (nodeId === undefined || field === undefined || typeof typed?.value !== 'string') return undefined;
  const most = Math.min(...(subject.main?.settings.channels ?? []).map((channel) => channelLimits[channel].characters.choiceLabel));
  const reads = (option: string, language: string): string => (subject.drawing.machine.texts[option]?.[language] ?? []).map((piece) => (typeof piece === 'string' ? piece : `{{${piece.cel}}}`)).join('');
  const numbered = (text: string, language: string): string => {
    const others = options.filter((option) => option !== key).map((option) => fold(reads(option, language)));
    if (!options.slice(0, options.indexOf(key)).some((option) => fold(reads(option, language)) === fold(text))) return text;
    for (let number = 2; ; number += 1) if (!others.includes(fold(`${text} ${number}`))) return `${text.trimEnd()} ${number}`;
  };
  const textKey = `${nodeId}/${field}`;
  const original = numbered(typed.value, first);
  const translated = translationsOf(subject, flow, textKey).filter(({ language }) => language !== first).map(({ language, text }) => ({ language, text: numbered(text, language), before: text }));
  if ([original, ...translated.map(({ text }) => text)].some((text) => lengthOf(text) > most)) return undefined;
  const say = fold(typed.value) === fold(shown) ? original : translated.find(({ before }) => fold(before) === fold(shown))?.text ?? original;
  return {
    label: `Call it ${quoted(say)}`,
    set: [
      ...(original === typed.value ? [] : setText(subject, { flow, path: ['nodes', nodeId, 'data', ...typed.path], key: textKey, original: typed.value, text: original })),
      ...translated.filter(({ text, before }) => text !== before).map(({ language, text }) => ({ path: ['translations', language, textKey, 'text'], value: text })),
    ],
  };
}
