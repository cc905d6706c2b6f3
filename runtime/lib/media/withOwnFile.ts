import { sayMedia } from '@parley/db/queries/mediaRows';
import type { Database } from '@parley/db/client';
import type { FileKind } from '@parley/shared/messages/files';
import type { JsonObject } from '@parley/shared/lib/json';
import { mediaSchema } from '@parley/shared/messages/incoming';
import type { Incoming, Media } from '@parley/shared/messages/incoming';
import type { Clock } from '../clock.ts';

interface Store {
  clock: Clock;
  db: Pick<Database, 'pool'>;
}

/** The conversation a file must have been given in. */
export interface Conversation {
  bot: string;
  lane: string;
}

/**
 * What a contact says, its file as the store knows it: type, name and size are never the sender's word. Undefined when no such file was
 * given in this conversation.
 */
export async function withOwnFile(store: Store, message: Incoming, conversation: Conversation): Promise<Incoming | undefined> {
  if (message.type === 'formReply') return withOwnFiles(store, message, conversation);
  if (!('media' in message)) return message;
  const file = await ownFile(store, message.media.id, conversation);
  if (!file) return undefined;
  const { kind, ...media } = file;
  // What is sent as a document arrives as one, also a picture: that is how it is sent unchanged elsewhere.
  return fileMessage(message.type === 'document' ? 'document' : kind, media, 'caption' in message ? message.caption : undefined);
}

/** The same for the files among the answers to a form. */
async function withOwnFiles(store: Store, message: Extract<Incoming, { type: 'formReply' }>, conversation: Conversation): Promise<Incoming | undefined> {
  const values: JsonObject = {};
  for (const [field, value] of Object.entries(message.values)) {
    const given = mediaSchema.safeParse(value);
    const file = given.success ? await ownFile(store, given.data.id, conversation) : undefined;
    if (given.success && !file) return undefined;
    values[field] = file ? { id: file.id, mime: file.mime, name: file.name, bytes: file.bytes } : value;
  }
  return { ...message, values };
}

async function ownFile({ clock, db }: Store, id: string, { bot, lane }: Conversation): Promise<(Media & { kind: FileKind }) | undefined> {
  return isRowId(id) ? await sayMedia(db.pool, { id, bot, lane, now: clock.now() }) ?? undefined : undefined;
}

/** A file as what a contact says. */
export function fileMessage(kind: FileKind, media: Media, caption: string | undefined): Incoming {
  return kind === 'audio' ? { type: kind, media } : { type: kind, media, ...(caption && { caption }) };
}

const isRowId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
