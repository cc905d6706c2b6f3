import { mediaUse } from '@parley/db/queries/mediaUse';
import { page } from '@parley/db/queries/page';
import { emptySchema } from '@parley/shared/api/common';
import { mediaFileSchema, mediaListSchema, uploadQuerySchema } from '@parley/shared/api/media';
import { mostAuthorBytes } from '@parley/shared/messages/files';
import * as z from 'zod';
import { bodyOf } from '../../lib/media/bodyOf.ts';
import { takeFile } from '../../lib/media/takeFile.ts';
import { notFound, Refusal } from '../../lib/refusal.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { mediaPolicy } from './policy.ts';
import { presentMedia } from './present.ts';

const tag = 'Files';
const ofBot = z.object({ botId: rowId });
const ofMedia = z.object({ botId: rowId, mediaId: rowId });

/** The files of a bot: what its authors send with messages, and what its contacts sent. */
export const mediaRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/media', id: 'listMedia', tag, summary: 'Lists the files that authors gave to a bot, newest first', policy: mediaPolicy.list,
    params: ofBot, query: rowPage, reply: { status: 200, json: mediaListSchema },
    handle: async (app, { params: { botId }, query }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const { rows, next } = await page(app.models.Media, { where: { bot: botId, lane: null }, ...query, order: 'new' });
      return { items: rows.map((row) => presentMedia(app, row)), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/media', id: 'uploadMedia', tag, summary: 'Gives a bot a file: the body as it is; what it is, is found in its bytes', policy: mediaPolicy.upload,
    params: ofBot, query: uploadQuerySchema, upload: true, reply: { status: 201, json: mediaFileSchema },
    handle: async (app, { caller, params: { botId }, query: { name }, request }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      return presentMedia(app, await takeFile(app, bodyOf(request), { bot: botId, name, account: caller.id, most: mostAuthorBytes }));
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/media/:mediaId', id: 'getMedia', tag, summary: 'A file of a bot, its authors’ or a contact’s, with a fresh link', policy: mediaPolicy.read,
    params: ofMedia, reply: { status: 200, json: mediaFileSchema },
    handle: async (app, { params: { botId, mediaId } }) => {
      const row = await app.models.Media.findOne({ where: { id: mediaId, bot: botId } });
      if (!row) throw notFound('file');
      return presentMedia(app, row);
    },
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/bots/:botId/media/:mediaId', id: 'deleteMedia', tag, summary: 'Takes an author’s file away; refused while a draft or a version sends it', policy: mediaPolicy.delete,
    params: ofMedia, reply: { status: 200, json: emptySchema },
    handle: async (app, { params: { botId, mediaId } }) => {
      const row = await app.models.Media.findOne({ where: { id: mediaId, bot: botId, lane: null } });
      if (!row) throw notFound('file');
      const used = await mediaUse(app.db.pool);
      if (used.has(mediaId)) throw new Refusal('conflict', 'A draft or a published version sends this file.');
      await row.destroy();
      return {};
    },
  }),
];
