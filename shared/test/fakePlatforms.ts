import type { Parts } from '../expressions/types.ts';
import type { Authored, Option } from '../messages/outgoing.ts';

type Channel = 'web' | 'rest' | 'whatsapp' | 'telegram';
type Choices = Extract<Authored, { type: 'choices' }>;

/** What a platform answers to one message: why it refuses it, or nothing. Only what the author typed counts. */
export type FakePlatform = (message: Authored) => string[];

/**
 * The platforms' own rules, written down from their references without a look at ours (`shared/messages/limits.ts`): WhatsApp Cloud API,
 * “Messages”, “Interactive”, “Supported media types”; Telegram Bot API, sendMessage, sendPhoto, InlineKeyboardButton; for web and REST
 * what Parley's own chat takes. Each makes requests of a message as an encoder does, and looks at every request as the platform does.
 */
export const fakePlatforms: Readonly<Record<Channel, FakePlatform>> = { web: ownChat, rest: ownChat, whatsapp, telegram };

const typed = (parts: Parts = []): string => parts.filter((part) => typeof part === 'string').join('');
const count = (text: string): number => [...text].length;
const over = (what: string, parts: Parts | undefined, most: number): string[] => (count(typed(parts)) > most ? [`${what} has ${count(typed(parts))} of ${most} characters`] : []);
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** What every platform shows of a file: nothing, where it is announced as what it is not. */
const kinds: Readonly<Record<string, RegExp>> = { image: /^image\/(?:png|jpeg|gif|webp)$/, audio: /^audio\/(?:mpeg|ogg|mp4|webm|wav|aac|flac|amr)$/, video: /^video\/(?:mp4|webm|quicktime|3gpp|ogg)$/, document: /./ };

type FileRule = readonly [types: RegExp, megabytes: number];

function refusedFile(message: Authored, rules: Readonly<Record<string, FileRule>>, caption: number): string[] {
  if (!('media' in message)) return [];
  const { mime, bytes } = message.media;
  const [types = /./, megabytes = 0] = rules[message.type] ?? [];
  return [
    ...(types.test(mime) && kinds[message.type]?.test(mime) ? [] : [`${message.type} of type ${mime}`]),
    ...(bytes > megabytes * 1_000_000 ? [`${message.type} of ${bytes} bytes`] : []),
    ...('caption' in message ? over('a caption', message.caption, caption) : []),
  ];
}

/** It shows every text whole: what is longer than it reads well is told and not refused. */
function ownChat(message: Authored): string[] {
  return refusedFile(message, { image: [/./, 10], audio: [/./, 25], video: [/./, 64], document: [/./, 100] }, 4_096);
}

function around({ header, footer }: { header?: Parts; footer?: Parts }, most: number): string[] {
  return [...over('a header', header, most), ...over('a footer', footer, most)];
}

/** No forms, three buttons, lists of ten rows; what a list does not hold goes on further pages, what stands before a long question goes ahead. */
function whatsapp(message: Authored): string[] {
  const office = /^(?:text\/plain|application\/(?:pdf|msword|vnd\.ms-(?:excel|powerpoint)|vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)))$/;
  if (message.type === 'text') return [...over('text.body', message.text, 4_096), ...around(message, 60)];
  if (message.type === 'form') return ['no such message: form'];
  if (message.type !== 'choices') return refusedFile(message, { image: [/^image\/(?:jpeg|png)$/, 5], audio: [/^audio\/(?:aac|amr|mpeg|mp4|ogg)$/, 16], video: [/^video\/(?:mp4|3gpp)$/, 16], document: [office, 100] }, 1_024);
  const requests = interactive(message);
  return [...around(message, 60), ...requests.flatMap(({ body, rows, asList }) => [
    ...(body.length === 0 || count(body) > 1_024 ? [`interactive.body of ${count(body)} characters`] : []),
    ...(rows.length === 0 || rows.length > (asList ? 10 : 3) ? [`${rows.length} rows`] : []),
    ...(new Set(rows.map(({ title }) => title)).size < rows.length ? ['two rows of one title'] : []),
    ...rows.flatMap(({ id, title, description = '' }) => [
      ...(title === '' || count(title) > (asList ? 24 : 20) ? [`a title of ${count(title)} characters`] : []), ...(count(description) > 72 ? ['a long description'] : []), ...(bytesOf(id) > 200 ? ['a long id'] : []),
    ]),
  ])];
}

interface Interactive {
  body: string;
  rows: { id: string; title: string; description?: string }[];
  asList: boolean;
}

function interactive({ body, options, wait, several }: Choices): Interactive[] {
  if (several) return [{ body: '', rows: [], asList: false }];
  const rows = options.map(({ id, label, note }: Option<Parts>, at) => {
    // Where a label comes from a variable nobody knows how it reads.
    const [title, twin] = [typed(label), options.findIndex((other) => typed(other.label) === typed(label)) < at];
    return { id: `${id}:${wait}`, title: title === '' && label.length > 0 ? `row ${at}` : twin ? `${at + 1}. ${title}`.slice(0, 24) : title, ...(note && { description: typed(note) }) };
  });
  const asList = rows.length > 3 || rows.some(({ title, description }) => count(title) > 20 || description !== undefined);
  const pages: Interactive['rows'][] = [];
  for (let rest = rows; rest.length > 0 || pages.length === 0;) {
    const taken = rest.length > 10 ? 9 : rest.length;
    pages.push([...rest.slice(0, taken), ...(taken < rest.length ? [{ id: `more:${wait}`, title: 'More' }] : [])]);
    rest = rest.slice(taken);
  }
  const shown = [...typed(body)].slice(-1_024).join('') || (body.length > 0 ? 'x' : '');
  return pages.map((page) => ({ body: shown, rows: page, asList }));
}

/** No forms; the end of a long question stands above its labels, what comes before goes ahead; labels below one another, each with at most 64 bytes of its own; 64 characters of one still read on a phone. */
function telegram(message: Authored): string[] {
  if (message.type === 'form') return ['no such method: sendForm'];
  if (message.type === 'text') return [...over('sendMessage.text', message.text, 4_096), ...around(message, 200)];
  if (message.type !== 'choices') return refusedFile(message, { image: [/./, 10], audio: [/^audio\/(?:mpeg|mp4|ogg)$/, 50], video: [/^video\/mp4$/, 50], document: [/./, 50] }, 1_024);
  return [
    ...around(message, 200), ...(message.options.length === 0 ? ['an empty keyboard'] : []), ...(message.several ? ['several taps'] : []),
    ...message.options.flatMap(({ id, label, note }) => [...over('a button', label, 64), ...over('a note', note, 400), ...(bytesOf(`${id}:${message.wait}`) > 64 ? ['callback_data'] : [])]),
  ];
}
