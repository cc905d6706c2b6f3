/** Channels whose limits Parley knows. */
export type LimitedChannel = 'web' | 'rest' | 'whatsapp' | 'telegram';

/** Kinds of text a channel has a limit for; what a field names as its `limit`. */
export type TextLimit = 'text' | 'caption' | 'choiceBody' | 'header' | 'footer' | 'choiceLabel' | 'choiceNote';

/** What one channel takes. Characters are Unicode code points. */
export interface ChannelLimits {
  label: string;
  /** Longest text of each kind. */
  characters: Record<TextLimit, number>;
  /** What the encoder does with a longer one: `split` into several messages, or nothing: the channel refuses it. */
  longer: Record<TextLimit, 'split' | 'refused'>;
  /** Options shown as buttons; more become a list, where the channel has lists, else more buttons below one another. */
  buttons: number;
  /** Longest label that fits a button; a longer one makes the choice a list. */
  buttonLabel: number;
  /** Rows one list shows; more become pages. 0 = the channel has no lists. */
  listRows: number;
  /** Whether two options of one choice may read the same. */
  sameLabels: boolean;
}

const own = { text: 4_096, caption: 4_096, choiceBody: 4_096, header: 200, footer: 200, choiceLabel: 200, choiceNote: 400 } as const;
const allRefused = { text: 'refused', caption: 'refused', choiceBody: 'refused', header: 'refused', footer: 'refused', choiceLabel: 'refused', choiceNote: 'refused' } as const;

/**
 * The limits of every channel. WhatsApp: Cloud API reference, messages and interactive objects. Telegram: Bot API, sendMessage and
 * captions; its buttons have no limit of their own, 64 characters still read on a phone. Web and REST are ours.
 */
export const channelLimits: Readonly<Record<LimitedChannel, ChannelLimits>> = {
  web: { label: 'Web', characters: own, longer: allRefused, buttons: 100, buttonLabel: 200, listRows: 0, sameLabels: true },
  rest: { label: 'REST', characters: own, longer: allRefused, buttons: 100, buttonLabel: 200, listRows: 0, sameLabels: true },
  whatsapp: {
    label: 'WhatsApp',
    characters: { text: 4_096, caption: 1_024, choiceBody: 1_024, header: 60, footer: 60, choiceLabel: 24, choiceNote: 72 },
    longer: { ...allRefused, text: 'split', caption: 'split', choiceBody: 'split' },
    buttons: 3, buttonLabel: 20, listRows: 10, sameLabels: false,
  },
  telegram: {
    label: 'Telegram',
    characters: { text: 4_096, caption: 1_024, choiceBody: 4_096, header: 200, footer: 200, choiceLabel: 64, choiceNote: 400 },
    longer: { ...allRefused, text: 'split', caption: 'split', choiceBody: 'split' },
    buttons: 100, buttonLabel: 64, listRows: 0, sameLabels: true,
  },
};

/** The length of a text as the limits count it. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
