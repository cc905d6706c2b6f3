import type { Media as MediaRow } from '@parley/db/models/media';
import { mostContactBytes } from '@parley/shared/messages/files';
import type { Context } from '../context.ts';
import { PublicFetchError } from '../publicFetchErrors.ts';
import { Refusal } from '../refusal.ts';
import { takeFile } from './takeFile.ts';
import type { Conversation } from './withOwnFile.ts';

/** How long another system's server may take to hand over a file. */
const timeoutMs = 20_000;
const mostBytes = Math.max(...Object.values(mostContactBytes));

/** A file that lies elsewhere; it keeps the last part of its address as its name unless it has one. */
export interface FileElsewhere {
  url: string;
  name?: string | undefined;
}

/** Fetches a file from an address of the public internet and keeps it as a conversation's. A refusal says why it could not be taken. */
export async function fetchMedia(context: Pick<Context, 'clock' | 'media' | 'models' | 'publicFetch'>, { url, name }: FileElsewhere, { bot, lane }: Conversation, signal: AbortSignal): Promise<MediaRow> {
  const body = await bodyAt(context, url, signal);
  return takeFile(context, single(body), { bot, lane, name: name ?? lastPart(url), most: mostContactBytes, said: true });
}

async function bodyAt({ publicFetch }: Pick<Context, 'publicFetch'>, url: string, signal: AbortSignal): Promise<Buffer> {
  try {
    const { status, body } = await publicFetch(url, { maxBytes: mostBytes, timeoutMs, signal });
    if (status !== 200) throw new Refusal('invalid', `Its address answered ${status}.`);
    return body;
  } catch (error) {
    throw error instanceof PublicFetchError ? new Refusal('invalid', error.message) : error;
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
