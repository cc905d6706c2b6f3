import { sayMedia } from '@parley/db/queries/mediaRows';
import type { Database } from '@parley/db/client';
import type { FileKind } from '@parley/shared/messages/files';
import type { Incoming, Media } from '@parley/shared/messages/incoming';
import type { Clock } from '../clock.ts';

/** The conversation a file must have been given in. */
export interface Conversation {
  bot: string;
  lane: string;
}

/**
 * What a contact says, its file as the store knows it: type, name and size are never the sender's word. Undefined when no such file was
 * given in this conversation.
 */
export async function withOwnFile({ clock, db }: { clock: Clock; db: Pick<Database, 'pool'> }, message: Incoming, { bot, lane }: Conversation): Promise<Incoming | undefined> {
  if (!('media' in message)) return message;
  const id = message.media.id;
  const file = isRowId(id) ? await sayMedia(db.pool, { id, bot, lane, now: clock.now() }) : undefined;
  if (!file) return undefined;
  const { kind, ...media } = file;
  // What is sent as a document arrives as one, also a picture: that is how it is sent unchanged elsewhere.
  return fileMessage(message.type === 'document' ? 'document' : kind, media, 'caption' in message ? message.caption : undefined);
}

/** A file as what a contact says. */
export function fileMessage(kind: FileKind, media: Media, caption: string | undefined): Incoming {
  return kind === 'audio' ? { type: kind, media } : { type: kind, media, ...(caption && { caption }) };
}

const isRowId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
