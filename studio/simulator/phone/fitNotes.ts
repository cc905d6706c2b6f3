import { fitChoices } from '@parley/shared/messages/fitChoices';
import type { FittedChoices } from '@parley/shared/messages/fitChoices';
import { channelLimits, lengthOf } from '@parley/shared/messages/limits';
import type { TextLimit } from '@parley/shared/messages/limits';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { SimulatedChannel } from '../SimulatorProps.ts';

/** What a channel does to one message: shows it otherwise (info), cuts it (warn), refuses it (bad). `says` names the words, `with` what goes into them. */
export interface FitNote {
  tone: 'info' | 'warn' | 'bad';
  says: string;
  with: Readonly<Record<string, string | number>>;
  /** The kind of text it is about. */
  field?: TextLimit;
}

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;

/** Everything a channel does to a message, by its limits as data. */
export function fitNotes(channel: SimulatedChannel, message: Outgoing): FitNote[] {
  switch (message.type) {
    case 'text': return [...tooLong(channel, 'text', message.text), ...tooLong(channel, 'header', message.header), ...tooLong(channel, 'footer', message.footer)];
    case 'choices': return choiceNotes(channel, message, fitChoices(channel, message));
    case 'image':
    case 'video':
    case 'document': return [...fileNotes(channel, message), ...tooLong(channel, 'caption', message.caption)];
    case 'audio': return fileNotes(channel, message);
    case 'form':
    case 'typing': return [];
  }
}

function tooLong(channel: SimulatedChannel, field: TextLimit, text: string | undefined): FitNote[] {
  const { label, characters } = channelLimits[channel];
  const length = lengthOf(text ?? '');
  return length > characters[field] ? [{ tone: 'bad', says: 'tooLong', field, with: { channel: label, length, limit: characters[field] } }] : [];
}

function fileNotes(channel: SimulatedChannel, { type, media }: Extract<Outgoing, { type: 'image' | 'video' | 'document' | 'audio' }>): FitNote[] {
  const { label, files } = channelLimits[channel];
  const { types, bytes } = files[type];
  return [
    ...(types && !types.includes(media.mime) ? [{ tone: 'bad', says: 'type', with: { channel: label, type: media.mime } } as const] : []),
    ...(media.bytes > bytes ? [{ tone: 'bad', says: 'bytes', with: { channel: label, size: megabytes(media.bytes), limit: megabytes(bytes) } } as const] : []),
  ];
}

function choiceNotes(channel: SimulatedChannel, { options }: Extract<Outgoing, { type: 'choices' }>, { look, pages, degraded, cut }: FittedChoices): FitNote[] {
  const { label, buttons, buttonLabel, listRows } = channelLimits[channel];
  const why = options.length > buttons ? 'list' : options.some((option) => lengthOf(option.label) > buttonLabel) ? 'listLong' : 'listNotes';
  const notes: FitNote[] = [];
  if (look === 'list') notes.push({ tone: 'info', says: why, with: { channel: label, count: buttons } });
  if (pages.length > 1) notes.push({ tone: 'info', says: 'pages', with: { count: pages.length, rows: look === 'list' ? listRows : buttons } });
  if (degraded.includes('bodySplit')) notes.push({ tone: 'info', says: 'bodySplit', with: {} });
  if (degraded.includes('numbered')) notes.push({ tone: 'info', says: 'numbered', with: { channel: label } });
  return [...notes, ...cut.map(({ field, length, limit }): FitNote => ({ tone: 'warn', says: 'cut', field, with: { channel: label, length, limit } }))];
}
