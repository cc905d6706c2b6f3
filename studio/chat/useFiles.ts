import { useEffect, useRef, useState } from 'preact/hooks';
import type { SentFile } from '@parley/shared/api/media';
import { kindOfType, mostContactBytes, playedTypes } from '@parley/shared/messages/files';
import type { FileKind } from '@parley/shared/messages/files';
import type { Incoming } from '@parley/shared/messages/incoming';
import { UploadFailure } from './uploadFile.ts';
import type { Chat } from './useChat.ts';
import type { Words } from './words.ts';

/** A file chosen to be sent with the nextRef message. */
export interface Attachment {
  id: number;
  file: File;
  /** What of an image is shown before it is sent. */
  preview: string | undefined;
  /** How much of it has arrived, 0 to 1. */
  share: number;
  sent?: SentFile;
  problem?: string;
  /** Another try could help. */
  retry?: boolean;
}

/** The files beside the field, and what can be done with them. */
export interface Files {
  chosen: Attachment[];
  /** For the browser's chooser; undefined = any. */
  accept: string | undefined;
  add(files: Iterable<File>): void;
  again(id: number): void;
  remove(id: number): void;
  /** Everything has arrived and can be said. */
  ready: boolean;
  /** Says the files, the first with this caption, and empties the tray; false when nothing carries the caption. */
  say(caption: string): boolean;
  /** Sends one file as it is, as a message of its own. */
  send(file: File): void;
}

/** Uploads what a visitor chooses at once, so that it is there when they send. `takes` = the kinds the bot's questions take. */
export function useFiles(chat: Chat, takes: readonly FileKind[], words: Words): Files {
  const [chosen, setChosen] = useState<Attachment[]>([]);
  const runningRef = useRef(new Map<number, AbortController>());
  const nextRef = useRef(0);
  useEffect(() => () => runningRef.current.forEach((each) => each.abort()), []);

  const change = (id: number, to: Partial<Attachment>) => setChosen((now) => now.map((each) => (each.id === id ? { ...each, ...to } : each)));
  const forget = (gone: readonly Attachment[]) => {
    for (const { id, preview } of gone) {
      runningRef.current.get(id)?.abort();
      runningRef.current.delete(id);
      if (preview) URL.revokeObjectURL(preview);
    }
    setChosen((now) => now.filter(({ id }) => !gone.some((each) => each.id === id)));
  };

  const upload = (id: number, file: File, then?: (sent: SentFile) => void) => {
    const most = mostContactBytes[kindOfType(file.type)];
    if (file.size > most) {
      change(id, { problem: words.tooLarge.replace('{most}', String(most / 1_000_000)) });
      return;
    }
    const controller = new AbortController();
    runningRef.current.set(id, controller);
    change(id, { share: 0, problem: undefined, retry: false });
    chat.upload(file, { onProgress: (share) => change(id, { share }), signal: controller.signal }).then(
      (sent) => (then ? then(sent) : change(id, { share: 1, sent })),
      (error: unknown) => {
        const status = error instanceof UploadFailure ? error.status : 0;
        change(id, { problem: sentenceOf(status, file, words), retry: !refusals.has(status) });
      },
    );
  };

  const messageOf = ({ media, kind }: SentFile, caption: string): Incoming => {
    // A picture for a bot that takes documents alone is sent as one.
    const type = !takes.includes(kind) && takes.includes('document') ? 'document' : kind;
    return type === 'audio' ? { type, media } : { type, media, ...(caption && { caption }) };
  };

  const put = (file: File): Attachment => {
    nextRef.current += 1;
    return { id: nextRef.current, file, share: 0, preview: playedTypes.image.includes(file.type) ? URL.createObjectURL(file) : undefined };
  };

  return {
    chosen,
    accept: acceptOf(takes),
    add(files) {
      const added = Array.from(files, put);
      setChosen((now) => [...now, ...added]);
      for (const { id, file } of added) upload(id, file);
    },
    again(id) {
      const found = chosen.find((each) => each.id === id);
      if (found) upload(id, found.file);
    },
    remove: (id) => forget(chosen.filter((each) => each.id === id)),
    ready: chosen.every(({ sent }) => sent !== undefined),
    say(caption) {
      const sent = chosen.flatMap((each) => (each.sent ? [each.sent] : []));
      const carrier = sent.find(({ kind }) => kind !== 'audio');
      for (const each of sent) chat.say(messageOf(each, each === carrier ? caption : ''));
      forget(chosen);
      return carrier !== undefined;
    },
    send(file) {
      const added = put(file);
      setChosen((now) => [...now, added]);
      upload(added.id, file, (sent) => {
        forget([added]);
        chat.say(messageOf(sent, ''));
      });
    },
  };
}

/** Answers that stay the same however often a file is sent: it cannot be read, is too large, is not taken. */
const refusals = new Set([400, 413, 422]);

/** What a browser's chooser offers of these kinds; undefined = any file. */
export function acceptOf(takes: readonly FileKind[]): string | undefined {
  return takes.includes('document') ? undefined : takes.map((kind) => (kind === 'image' ? playedTypes.image.join(',') : `${kind}/*`)).join(',');
}

/** Why a file is not taken, before it is sent or by what its upload was answered; undefined = it may be sent. */
export function problemOf(file: File, words: Words, status?: number): string | undefined {
  if (status !== undefined) return sentenceOf(status, file, words);
  return file.size > mostContactBytes[kindOfType(file.type)] ? sentenceOf(413, file, words) : undefined;
}

function sentenceOf(status: number, file: File, words: Words): string {
  if (status === 413) return words.tooLarge.replace('{most}', String(mostContactBytes[kindOfType(file.type)] / 1_000_000));
  if (status === 429) return words.tooManyFiles;
  return status === 422 || status === 400 ? words.notTaken : words.notUploaded;
}
