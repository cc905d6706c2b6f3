/** Channels whose limits Parley knows. */
export type LimitedChannel = 'web' | 'rest' | 'whatsapp' | 'telegram';

/** Kinds of text a channel has a limit for; what a field names as its `limit`. */
export type TextLimit = 'text' | 'caption' | 'choiceBody' | 'header' | 'footer' | 'choiceLabel' | 'choiceNote';

/** What one channel takes. Characters are Unicode code points. */
export interface ChannelLimits {
  label: string;
  /** Longest text of each kind; a longer one is refused. */
  characters: Record<TextLimit, number>;
  /** Options shown as buttons; more become a list, where the channel has lists, else more buttons below one another. */
  buttons: number;
  /** Longest label that fits a button; a longer one makes the choice a list. */
  buttonLabel: number;
  /** Rows one list shows; more become pages. 0 = the channel has no lists. */
  listRows: number;
  /** Whether two options of one choice may read the same. */
  sameLabels: boolean;
  /** Bytes a tap brings back: an option's id and its wait must fit. */
  replyBytes: number;
}

const own = { text: 4_096, caption: 4_096, choiceBody: 4_096, header: 200, footer: 200, choiceLabel: 200, choiceNote: 400 } as const;

/**
 * The limits of every channel. WhatsApp: Cloud API reference, messages and interactive objects. Telegram: Bot API, sendMessage,
 * captions and callback_data; texts and captions count in code points (`message_length_max` and `caption_length_max` of its
 * `config` constructor; only offsets of entities are UTF-16 units); its buttons have no limit of their own, 64 characters still
 * read on a phone. Web and REST are ours.
 */
export const channelLimits: Readonly<Record<LimitedChannel, ChannelLimits>> = {
  web: { label: 'Web', characters: own, buttons: 100, buttonLabel: 200, listRows: 0, sameLabels: true, replyBytes: 256 },
  rest: { label: 'REST', characters: own, buttons: 100, buttonLabel: 200, listRows: 0, sameLabels: true, replyBytes: 256 },
  whatsapp: {
    label: 'WhatsApp',
    characters: { text: 4_096, caption: 1_024, choiceBody: 1_024, header: 60, footer: 60, choiceLabel: 24, choiceNote: 72 },
    buttons: 3, buttonLabel: 20, listRows: 10, sameLabels: false, replyBytes: 200,
  },
  telegram: {
    label: 'Telegram',
    characters: { text: 4_096, caption: 1_024, choiceBody: 4_096, header: 200, footer: 200, choiceLabel: 64, choiceNote: 400 },
    buttons: 100, buttonLabel: 64, listRows: 0, sameLabels: true, replyBytes: 64,
  },
};

/** The length of a text as the limits count it. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
