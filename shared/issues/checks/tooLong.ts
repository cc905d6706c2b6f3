import { channelLimits, lengthOf } from '../../messages/limits.ts';
import type { ChannelLimits, TextLimit } from '../../messages/limits.ts';
import type { Check, Found } from '../check.ts';
import { textsIn } from '../saidTexts.ts';
import type { SentMessage } from '../saidTexts.ts';
import { shownOn } from '../shownOn.ts';
import type { ShownText } from '../shownOn.ts';
import type { Subject } from '../subject.ts';
import { inWords } from '../translations.ts';
import { ofSpot } from '../where.ts';

const kinds: Record<TextLimit, string> = { text: 'A text', caption: 'A caption', choiceBody: 'A question', header: 'A header', footer: 'A footer', choiceLabel: 'An option', choiceNote: 'A note' };

/** Beside options they are shortened, so that the message still arrives: see `fitChoices`. */
const shortened: ReadonlySet<TextLimit> = new Set(['choiceLabel', 'choiceNote', 'header', 'footer']);

/**
 * A text longer than a channel takes, in any language, counting only what the author typed: refused or cut off there (an error), shown whole
 * and hard to read (a warning), or split by rule (for information).
 */
export const tooLong: Check = {
  name: 'tooLong',
  holds: 'Texts fit their channels',
  counts: 'texts',
  find(subject) {
    const channels = (subject.main?.settings.channels ?? []).map((channel) => channelLimits[channel]);
    const lengthIn = typedLengths(subject);
    const least = (kind: TextLimit): number => Math.min(...channels.map(({ characters }) => characters[kind]));
    const looked = subject.messages.filter((sent) => !isShort(subject, sent, least, lengthIn))
      .flatMap((sent) => channels.flatMap((channel) => shownOn(sent.message, channel).map((shown) => ({ sent, channel, shown, most: channel.characters[shown.kind] }))))
      // The worst comes first, and the channel that takes least speaks for the others.
      .sort((a, b) => rank[weightOf(a.shown, a.channel)] - rank[weightOf(b.shown, b.channel)] || a.most - b.most);
    const found = new Map<string, Found>();
    for (const { sent, channel, shown, most } of looked) {
      const [key = ''] = shown.keys;
      const over = subject.languages.find((language) => lengthIn(shown, language) > most);
      if (!over || found.has(key)) continue;
      found.set(key, tell(subject, sent, shown, channel, { language: over, length: lengthIn(shown, over) }));
    }
    return [...found.values()];
  },
};

const rank = { error: 0, warning: 1, info: 2 } as const;

function weightOf({ splits }: ShownText, { whole }: ChannelLimits): keyof typeof rank {
  return splits ? 'info' : whole ? 'warning' : 'error';
}

/** Whether a message fits every channel as it is, so that it need not be looked at once for each: nearly all do. */
function isShort({ languages }: Subject, { message }: SentMessage, least: (kind: TextLimit) => number, lengthIn: Lengths): boolean {
  if (message.type === 'form' || (message.type === 'choices' && message.several)) return false;
  return textsIn(message).every(([key, kind]) => {
    const [shown, most] = [{ keys: [key], around: 0 }, least(kind)];
    return languages.every((language) => lengthIn(shown, language) <= most);
  });
}

function tell(subject: Subject, { place, message }: SentMessage, shown: ShownText, channel: ChannelLimits, { language, length }: { language: string; length: number }): Found {
  const { keys, kind } = shown;
  const { label, characters } = channel;
  const { name, ...where } = ofSpot(subject, place, { cel: '', text: keys[0] ?? '' });
  const spoken = subject.languages.length > 1 ? ` in ${inWords(language)}` : '';
  const long = `${kinds[kind]} of ${name} has ${length} characters${spoken}${keys.length > 1 ? ' with what is sent together with it' : ''}`;
  // Several answers that cannot be tapped are asked for in a text; what a form asks field by field stands beside options.
  const isText = message.type === 'text' || (message.type === 'choices' && message.several !== undefined && !channel.several);
  const isCut = !isText && shortened.has(kind);
  const says = {
    info: `${label} takes ${characters[kind]} beside options, so the beginning is sent before it.`,
    warning: `${label} shows it whole, but more than ${characters[kind]} read badly there.`,
    error: `${label} takes ${characters[kind]}${isCut ? ', so people would read it cut off' : ' and refuses the message, so people read nothing'}.`,
  };
  const severity = weightOf(shown, channel);
  return { severity, ...where, message: `${long}; ${says[severity]}` };
}

type Lengths = (shown: Pick<ShownText, 'keys' | 'around'>, language: string) => number;

/** How much the author typed of a shown text in one language; a text that is missing there is said in the author's. */
function typedLengths({ drawing, languages: [first = ''] }: Subject): Lengths {
  const known = new Map<string, Map<string, number>>();
  const typed = (key: string, language: string): number => {
    const lengths = known.get(language) ?? new Map<string, number>();
    known.set(language, lengths);
    const before = lengths.get(key);
    if (before !== undefined) return before;
    const texts = drawing.machine.texts[key] ?? {};
    const length = (texts[language] ?? texts[first] ?? []).reduce((sum, piece) => (typeof piece === 'string' ? sum + lengthOf(piece) : sum), 0);
    lengths.set(key, length);
    return length;
  };
  return ({ keys, around }, language) => keys.reduce((sum, key) => sum + typed(key, language), around);
}
