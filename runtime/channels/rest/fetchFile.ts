import type { Media as MediaRow } from '@parley/db/models/media';
import { mostContactBytes } from '@parley/shared/messages/files';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Context } from '../../lib/context.ts';
import { mediaOf } from '../../lib/media/mediaOf.ts';
import { takeFile } from '../../lib/media/takeFile.ts';
import { fileMessage } from '../../lib/media/withOwnFile.ts';
import type { Conversation } from '../../lib/media/withOwnFile.ts';
import { PublicFetchError } from '../../lib/publicFetchErrors.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RemoteFile } from '../channel.ts';

/** How long another system's server may take to hand over a file. */
const timeoutMs = 20_000;
const mostBytes = Math.max(...Object.values(mostContactBytes));

/** Fetches a file from the address a system gave, keeps it as the contact's, and gives what they say with it. */
export async function fetchFile(context: Pick<Context, 'clock' | 'media' | 'models' | 'publicFetch'>, { type, url, name, caption }: RemoteFile, { bot, lane }: Conversation, signal: AbortSignal): Promise<{ message: Incoming; row: MediaRow }> {
  const body = await bodyAt(context, url, signal);
  const row = await takeFile(context, single(body), { bot, lane, name: name ?? lastPart(url), most: mostContactBytes, said: true }).catch((error: unknown) => {
    throw error instanceof Refusal ? unfetched(error.message) : error;
  });
  return { row, message: fileMessage(type === 'document' ? type : row.kind, mediaOf(row), caption) };
}

async function bodyAt({ publicFetch }: Pick<Context, 'publicFetch'>, url: string, signal: AbortSignal): Promise<Buffer> {
  try {
    const { status, body } = await publicFetch(url, { maxBytes: mostBytes, timeoutMs, signal });
    if (status !== 200) throw unfetched(`Its address answered ${status}.`);
    return body;
  } catch (error) {
    throw error instanceof PublicFetchError ? unfetched(error.message) : error;
  }
}

async function* single(body: Buffer): AsyncGenerator<Buffer> {
  yield body;
}

function lastPart(url: string): string {
  const { pathname } = new URL(url);
  const part = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const unfetched = (message: string): Refusal => new Refusal('invalid', 'The file could not be taken.', { fields: [{ path: 'message.url', message }] });
