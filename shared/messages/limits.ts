import { mostAuthorBytes } from './files.ts';
import type { FileKind } from './files.ts';

/** Channels whose limits Parley knows. */
export type LimitedChannel = 'web' | 'rest' | 'whatsapp' | 'telegram';

/** Kinds of text a channel has a limit for; what a field names as its `limit`. */
export type TextLimit = 'text' | 'caption' | 'choiceBody' | 'header' | 'footer' | 'choiceLabel' | 'choiceNote';

/** What a channel takes of one kind of file; without types whatever the media store knows as that kind. */
export interface FileLimit {
  types?: readonly string[];
  bytes: number;
}

/** What one channel takes. Characters are Unicode code points. */
export interface ChannelLimits {
  label: string;
  /** Longest text of each kind; a longer one is refused, or cut where it stands beside options (see `fitChoices`). */
  characters: Record<TextLimit, number>;
  /** What is longer is shown whole all the same: the numbers say what still reads well. */
  whole?: true;
  /** Options shown as buttons; more become a list, where the channel has lists, else more buttons below one another. */
  buttons: number;
  /** Longest label that fits a button; a longer one makes the choice a list. */
  buttonLabel: number;
  /** Rows one list shows; more become pages. 0 = the channel has no lists. */
  listRows: number;
  /** The most fields of one form; 0 = the channel has no forms, and fields are asked one by one. */
  formFields: number;
  /** Whether several options can be chosen together; else people write their answers. */
  several: boolean;
  /** Whether two options of one choice may read the same. */
  sameLabels: boolean;
  /** Bytes a tap brings back: an option's id and its wait must fit. */
  replyBytes: number;
  /** Files that may be sent; another one is refused. */
  files: Readonly<Record<FileKind, FileLimit>>;
}

const own = { text: 4_096, caption: 4_096, choiceBody: 4_096, header: 200, footer: 200, choiceLabel: 200, choiceNote: 400 } as const;

const ownFiles = { image: { bytes: mostAuthorBytes.image }, audio: { bytes: mostAuthorBytes.audio }, video: { bytes: mostAuthorBytes.video }, document: { bytes: mostAuthorBytes.document } } as const;
const office = 'application/vnd.openxmlformats-officedocument';

/**
 * The limits of every channel. WhatsApp: Cloud API reference, messages and interactive objects. Telegram: Bot API, sendMessage,
 * captions and callback_data; texts and captions count in code points (`message_length_max` and `caption_length_max` of its
 * `config` constructor; only offsets of entities are UTF-16 units); its buttons have no limit of their own, 64 characters still
 * read on a phone. Web and REST are ours. Files: WhatsApp, Cloud API reference, Media, supported media types; Telegram, Bot API,
 * “Sending files” (photos 10 MB, others 50 MB) with the formats of sendPhoto, sendAudio, sendVoice and sendVideo.
 */
export const channelLimits: Readonly<Record<LimitedChannel, ChannelLimits>> = {
  web: { label: 'Web', whole: true, characters: own, buttons: 100, buttonLabel: 200, listRows: 0, formFields: 50, several: true, sameLabels: true, replyBytes: 256, files: ownFiles },
  rest: { label: 'REST', whole: true, characters: own, buttons: 100, buttonLabel: 200, listRows: 0, formFields: 50, several: true, sameLabels: true, replyBytes: 256, files: ownFiles },
  whatsapp: {
    label: 'WhatsApp',
    characters: { text: 4_096, caption: 1_024, choiceBody: 1_024, header: 60, footer: 60, choiceLabel: 24, choiceNote: 72 },
    buttons: 3, buttonLabel: 20, listRows: 10, formFields: 0, several: false, sameLabels: false, replyBytes: 200,
    files: {
      image: { types: ['image/jpeg', 'image/png'], bytes: 5_000_000 },
      audio: { types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], bytes: 16_000_000 },
      video: { types: ['video/mp4', 'video/3gpp'], bytes: 16_000_000 },
      document: { types: ['text/plain', 'application/pdf', 'application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint', `${office}.wordprocessingml.document`, `${office}.spreadsheetml.sheet`, `${office}.presentationml.presentation`], bytes: 100_000_000 },
    },
  },
  telegram: {
    label: 'Telegram',
    characters: { text: 4_096, caption: 1_024, choiceBody: 4_096, header: 200, footer: 200, choiceLabel: 64, choiceNote: 400 },
    buttons: 100, buttonLabel: 64, listRows: 0, formFields: 0, several: false, sameLabels: true, replyBytes: 64,
    files: {
      image: { bytes: 10_000_000 },
      audio: { types: ['audio/mpeg', 'audio/mp4', 'audio/ogg'], bytes: 50_000_000 },
      video: { types: ['video/mp4'], bytes: 50_000_000 },
      document: { bytes: 50_000_000 },
    },
  },
};

/** The length of a text as the limits count it. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
