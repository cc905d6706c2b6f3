import { fold } from '../../answers/fold.ts';
import type { Check, Found } from '../check.ts';
import { takeShortcutAway } from '../fixes/takeShortcutAway.ts';
import type { Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { setText, translationsOf } from '../translations.ts';
import { nameAt, ofSpot, quoted } from '../where.ts';

/** A word that two shortcuts listen for (the second never hears it), or that is an option's label too (typing it never chooses). */
export const sameKeywords: Check = {
  name: 'sameKeywords',
  holds: 'Every shortcut word means one thing',
  counts: 'texts',
  find(subject) {
    const taken = new Map<string, string>();
    const found: Found[] = [];
    for (const { id, keywords } of subject.drawing.machine.shortcuts) {
      const words = new Map(Object.values(keywords).flat().map((word) => [fold(word), word]));
      for (const [folded, word] of words) {
        const other = taken.get(folded);
        if (other === undefined) taken.set(folded, id);
        else {
          const fix = takeWordsAway(subject, id, (said) => taken.has(fold(said)) && taken.get(fold(said)) !== id, word);
          found.push({ severity: 'error', flow: subject.set.main, field: `shortcuts.${id}.keywords`, message: `${quoted(word)} belongs to two shortcuts, so the second never hears it.`, ...(fix && { fix }) });
        }
      }
    }
    return [...found, ...hiddenOptions(subject, taken)];
  },
};

/** Takes the words that an earlier shortcut has away from a later one; the whole of it when it has no other. */
function takeWordsAway(subject: Subject, id: string, isTaken: (word: string) => boolean, word: string): Fix | undefined {
  const { main, set } = subject;
  const shortcut = main?.settings.shortcuts[id];
  if (!shortcut) return undefined;
  const key = `settings/shortcuts.${id}.keywords`;
  const left = (text: string): string => wordsIn(text).filter((each) => !isTaken(each)).join(', ');
  const keywords = left(shortcut.keywords);
  const translated = translationsOf(subject, set.main, key).map(({ language, text }) => ({ language, before: text, text: left(text) }));
  const kept = [keywords, ...translated.map(({ text }) => text)].filter(Boolean).length;
  // What a shortcut's flow sets is then set by nobody: that is the author's to know.
  if (kept === 0) return shortcut.does.kind === 'call' ? undefined : takeShortcutAway(subject, id);
  if (kept <= translated.length) return undefined;
  return {
    label: `Take ${quoted(word)} away`,
    set: [
      ...(keywords === shortcut.keywords ? [] : setText(subject, { flow: set.main, path: ['settings', 'shortcuts', id, 'keywords'], key, original: shortcut.keywords, text: keywords })),
      ...translated.filter(({ text, before }) => text !== before).map(({ language, text }) => ({ path: ['translations', language, key, 'text'], value: text })),
    ],
  };
}

function wordsIn(text: string): string[] {
  return text.split(',').map((word) => word.trim()).filter(Boolean);
}

/** Shortcuts are heard before answers; a tap on the option still works. */
function hiddenOptions(subject: Subject, taken: ReadonlyMap<string, string>): Found[] {
  const found = new Map<string, Found>();
  for (const { place, message } of subject.messages) {
    if (message.type !== 'choices') continue;
    for (const { label: { text: key } } of message.options) {
      for (const template of Object.values(subject.drawing.machine.texts[key] ?? {})) {
        const label = template.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
        if (!taken.has(fold(label)) || found.has(key)) continue;
        const { name: _, ...where } = ofSpot(subject, place, { cel: '', text: key });
        found.set(key, { severity: 'warning', ...where, message: `${quoted(label)} is an option of ${quoted(nameAt(subject, place))} and a shortcut: people who type it leave the question instead of answering it.` });
      }
    }
  }
  return [...found.values()];
}
