import { channelLimits, lengthOf } from '../../messages/limits.ts';
import type { ChannelLimits, TextLimit } from '../../messages/limits.ts';
import type { Check, Found } from '../check.ts';
import { inWords } from '../translations.ts';
import { ofSpot } from '../where.ts';

const kinds: Record<TextLimit, string> = { text: 'text', caption: 'caption', choiceBody: 'question', header: 'header', footer: 'footer', choiceLabel: 'option', choiceNote: 'note' };

/** A text longer than a channel takes, in any language, counting only what the author typed. */
export const tooLong: Check = {
  name: 'tooLong',
  holds: 'Texts fit their channels',
  counts: 'texts',
  find(subject) {
    const channels = (subject.main?.settings.channels ?? []).map((channel) => channelLimits[channel]);
    const found = new Map<string, Found>();
    for (const { place, key, kind } of subject.said) {
      for (const [language, template] of Object.entries(subject.drawing.machine.texts[key] ?? {})) {
        const length = lengthOf(template.map((piece) => (typeof piece === 'string' ? piece : '')).join(''));
        const over = strictest(channels, kind, length);
        if (!over || found.has(key)) continue;
        const { name, ...where } = ofSpot(subject, place, { cel: '', text: key });
        const spoken = subject.languages.length > 1 ? ` in ${inWords(language)}` : '';
        found.set(key, { severity: 'error', ...where, message: `A ${kinds[kind]} of ${name} has ${length} characters${spoken}; ${over.label} takes ${over.characters[kind]} and refuses the message, so people read nothing.` });
      }
    }
    return [...found.values()];
  },
};

function strictest(channels: readonly ChannelLimits[], kind: TextLimit, length: number): ChannelLimits | undefined {
  return channels.filter(({ characters }) => length > characters[kind]).sort((a, b) => a.characters[kind] - b.characters[kind])[0];
}
