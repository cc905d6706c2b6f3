import { fold } from '../../answers/fold.ts';
import type { Check, Found } from '../check.ts';
import type { Subject } from '../subject.ts';
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
        else found.push({ severity: 'error', flow: subject.set.main, field: `shortcuts.${id}.keywords`, message: `${quoted(word)} belongs to two shortcuts, so the second never hears it.` });
      }
    }
    return [...found, ...hiddenOptions(subject, taken)];
  },
};

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
