import type { Media } from '@parley/db/models/media';
import { longestFileName } from '@parley/shared/messages/files';
import type { FileKind } from '@parley/shared/messages/files';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { uuid7 } from '../uuid7.ts';
import { headBytes, sniff } from './sniff.ts';

/** Whose file it is and how large it may be. */
export interface GivenFile {
  bot: string;
  /** As the giver calls it; only ever shown. */
  name: string;
  /** The author who gives it. */
  account?: string | null;
  /** The conversation whose contact gives it. */
  lane?: string | null;
  most: Readonly<Record<FileKind, number>>;
  /** It is said as soon as it is here, not only uploaded. */
  said?: true;
}

/** Takes a file as it streams in: looked at, measured, kept, written down. A refusal says what is wrong with it; then nothing is kept. */
export async function takeFile(context: Pick<Context, 'clock' | 'media' | 'models'>, content: AsyncIterable<Buffer>, { bot, name, account = null, lane = null, most, said }: GivenFile): Promise<Media> {
  const { clock, media, models } = context;
  const chunks = content[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  if (head.length === 0) throw new Refusal('malformed', 'The file is empty.');
  const sniffed = sniff(head);
  if (!sniffed) throw new Refusal('invalid', 'Programs are not taken.');
  const { sha256, bytes } = await media.put(upTo(most[sniffed.kind], head, chunks));
  return models.Media.create({
    id: uuid7(clock), bot, sha256, kind: sniffed.kind, mime: sniffed.mime, name: plainName(name, sniffed), bytes,
    width: sniffed.width ?? null, height: sniffed.height ?? null, madeAt: clock.now(), account, lane, saidAt: said ? clock.now() : null,
  });
}

async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  let length = 0;
  while (length < headBytes) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(read, length);
}

async function* upTo(most: number, head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  let bytes = head.length;
  if (bytes > most) throw tooLarge(most);
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    bytes += next.value.length;
    if (bytes > most) throw tooLarge(most);
    yield next.value;
  }
}

/** A file larger than may be. */
export function tooLarge(most: number): Refusal {
  return new Refusal('tooLarge', `The file is larger than ${most / 1_000_000} MB.`);
}

/** A name without folders, line breaks and other characters that are no part of one; a nameless file is called by what it is. */
function plainName(name: string, { kind, mime }: { kind: FileKind; mime: string }): string {
  // oxlint-disable-next-line no-control-regex -- control and direction characters hide a name's real end
  const plain = name.replaceAll(/[\0-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').split(/[/\\]/).at(-1)?.replaceAll(/\p{Cs}/gu, '').trim() ?? '';
  return plain === '' || plain === '.' || plain === '..' ? `${kind}.${mime.split('/')[1]?.replace(/^x-|\+.*$/g, '') ?? 'bin'}` : Array.from(plain).slice(0, longestFileName).join('');
}
