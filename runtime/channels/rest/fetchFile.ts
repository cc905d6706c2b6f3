import type { Media as MediaRow } from '@parley/db/models/media';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Context } from '../../lib/context.ts';
import { fetchMedia } from '../../lib/media/fetchMedia.ts';
import { mediaOf } from '../../lib/media/mediaOf.ts';
import { fileMessage } from '../../lib/media/withOwnFile.ts';
import type { Conversation } from '../../lib/media/withOwnFile.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RemoteFile } from '../channel.ts';

/** Fetches a file from the address a system gave, keeps it as the contact's, and gives what they say with it. */
export async function fetchFile(context: Pick<Context, 'clock' | 'media' | 'models' | 'publicFetch'>, { type, url, name, caption }: RemoteFile, conversation: Conversation, signal: AbortSignal): Promise<{ message: Incoming; row: MediaRow }> {
  const row = await fetchMedia(context, { url, name }, conversation, signal).catch((error: unknown) => {
    throw error instanceof Refusal ? unfetched(error.message) : error;
  });
  return { row, message: fileMessage(type === 'document' ? type : row.kind, mediaOf(row), caption) };
}

const unfetched = (message: string): Refusal => new Refusal('invalid', 'The file could not be taken.', { fields: [{ path: 'message.url', message }] });
