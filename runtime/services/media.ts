import type { Express, Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { Media } from '@parley/db/models/media';
import { errorSchema } from '@parley/shared/api/common';
import * as z from 'zod';
import type { Documented } from '../api/openapi.ts';
import { limiter } from '../channels/doorChain.ts';
import type { Context } from '../lib/context.ts';
import { readMediaLink } from '../lib/media/mediaLinks.ts';
import type { ByteRange } from '../lib/media/mediaStore.ts';
import { notFound, Refusal } from '../lib/refusal.ts';

const rowId = z.uuid();

/** What the API's docs say about links to files. */
export const mediaDocs: readonly Documented[] = [{
  method: 'get', path: '/media/:id', id: 'readFile', tag: 'Files', summary: 'A file by the signed link that a message or the API gave; ranges are answered', secured: false,
  params: z.object({ id: z.string() }), query: z.object({ expires: z.string(), signature: z.string() }), body: undefined,
  answers: { 200: { text: 'application/octet-stream' }, 206: { text: 'application/octet-stream' }, 304: null, 404: { json: errorSchema }, 410: { json: errorSchema }, 416: null, 429: { json: errorSchema } },
}];

/** Serves files to whoever holds a signed link. Images, sound and film that were looked at are shown in place, everything else is downloaded, and nothing of it is ever a page. */
export function mountMedia(server: Express, context: Pick<Context, 'clock' | 'keys' | 'media' | 'models'>): void {
  server.get('/media/:id', limiter(1_200), async (request: Request, response: Response) => {
    const file = await fileOf(context, request);
    const etag = `"${file.sha256}"`;
    const known = request.get('if-none-match') === etag;
    const range = known ? undefined : rangeOf(request.get('range'), file.bytes);
    const told = known || range === 'beyond' || request.method === 'HEAD';
    const content = told ? undefined : await context.media.open(file.sha256, range);
    if (!told && !content) throw notFound('file');
    response.set({ ...headersOf(file), etag });
    if (known) {
      response.status(304).end();
      return;
    }
    if (range === 'beyond') {
      response.status(416).set('content-range', `bytes */${file.bytes}`).end();
      return;
    }
    response.status(range ? 206 : 200).set('content-length', String(range ? range.end - range.start + 1 : file.bytes));
    if (range) response.set('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
    if (!content) {
      response.end();
      return;
    }
    // A reader who leaves in the middle is no failure.
    await pipeline(content, response).catch((error: unknown) => {
      if (!response.destroyed) throw error;
    });
  });
}

async function fileOf({ clock, keys, models }: Pick<Context, 'clock' | 'keys' | 'models'>, request: Request): Promise<Media> {
  const id = rowId.safeParse(request.params['id']);
  if (!id.success) throw notFound('file');
  const { expires, signature } = request.query;
  const link = readMediaLink(keys, { id: id.data, expires, signature, now: clock.now() });
  // A link nobody gave out tells nothing, not even whether there is such a file.
  if (link === 'forged') throw notFound('file');
  if (link === 'expired') throw new Refusal('gone', 'This link has expired. Open the conversation again for a new one.');
  const file = await models.Media.findByPk(id.data);
  if (!file) throw notFound('file');
  return file;
}

/** Types that a browser could take for a page or a drawing that runs scripts are told as bytes. */
const neverPages = /^(text\/html|image\/svg\+xml|application\/xml)$/;

function headersOf(file: Media): Record<string, string> {
  const type = neverPages.test(file.mime) ? 'application/octet-stream' : file.mime;
  return {
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'content-disposition': disposition(file),
    'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'cache-control': 'private, max-age=3600, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'bytes',
  };
}

function disposition({ kind, name }: Media): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind === 'document' ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** The one range asked for; undefined = all of it (also for several ranges, which nobody needs); `beyond` = there is nothing there. */
function rangeOf(header: string | undefined, bytes: number): ByteRange | 'beyond' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return Number(to) === 0 ? 'beyond' : { start: Math.max(0, bytes - Number(to)), end: bytes - 1 };
  if (Number(from) >= bytes) return 'beyond';
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return { start: Number(from), end: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) };
}
