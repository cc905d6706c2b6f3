import { fold } from '../../answers/fold.ts';
import type { Check, Found } from '../check.ts';
import { numberLabel } from '../fixes/numberLabel.ts';
import { inWords } from '../translations.ts';
import { nameAt, ofSpot, quoted } from '../where.ts';

/** Two options of one choice that read the same in some language: typing it always takes the first. */
export const sameLabels: Check = {
  name: 'sameLabels',
  holds: 'Options of a choice can be told apart',
  counts: 'texts',
  find(subject) {
    const found = new Map<string, Found>();
    for (const { place, message } of subject.messages) {
      if (message.type !== 'choices') continue;
      for (const language of subject.languages) {
        const seen = new Map<string, string>();
        for (const { label: { text: key } } of message.options) {
          const template = subject.drawing.machine.texts[key]?.[language] ?? [];
          const label = template.map((piece) => (typeof piece === 'string' ? piece : `{{${piece.cel}}}`)).join('');
          const read = fold(label);
          if (read === '' || found.has(key)) continue;
          if (!seen.has(read)) {
            seen.set(read, key);
            continue;
          }
          const { name: _, ...where } = ofSpot(subject, place, { cel: '', text: key });
          const spoken = subject.languages.length > 1 ? ` in ${inWords(language)}` : '';
          const fix = numberLabel(subject, where, { key, options: message.options.map(({ label: other }) => other.text), label });
          found.set(key, { severity: 'error', ...where, message: `Two options of ${quoted(nameAt(subject, place))} read ${quoted(label)}${spoken}: people cannot tell them apart, and typing it takes the first.`, ...(fix && { fix }) });
        }
      }
    }
    return [...found.values()];
  },
};
