import { page } from '@parley/db/queries/page';
import { botListSchema, botSchema, changeBotBodySchema, createBotBodySchema } from '@parley/shared/api/bots';
import type { Bot } from '@parley/shared/api/bots';
import * as z from 'zod';
import { changeBot } from '../../commands/changeBot.ts';
import { createBot } from '../../commands/createBot.ts';
import { notFound } from '../../lib/refusal.ts';
import type { App } from '../app.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { botPolicy } from './policy.ts';
import { presentBots } from './present.ts';

const tag = 'Bots';
const params = z.object({ botId: rowId });

/** The bots of this installation. */
export const botRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots', id: 'listBots', tag, summary: 'Lists bots, newest first', policy: botPolicy.list,
    query: rowPage, reply: { status: 200, json: botListSchema },
    handle: async (app, { query }) => {
      const { rows, next } = await page(app.models.Bot, { ...query, order: 'new' });
      return { items: await presentBots(app, rows), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots', id: 'createBot', tag, summary: 'Makes a bot with an empty flow, or one of the gallery, and a web channel', policy: botPolicy.create,
    body: createBotBodySchema, reply: { status: 201, json: botSchema },
    handle: async (app, { caller, body }) => botOf(app, (await createBot(app, caller.id, body)).id),
  }),
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId', id: 'getBot', tag, summary: 'One bot', policy: botPolicy.get,
    params, reply: { status: 200, json: botSchema },
    handle: (app, { params: { botId } }) => botOf(app, botId),
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/bots/:botId', id: 'changeBot', tag, summary: 'Renames, pauses, sets retention', policy: botPolicy.change,
    params, body: changeBotBodySchema, reply: { status: 200, json: botSchema },
    handle: async (app, { caller, params: { botId }, body }) => {
      await changeBot(app, caller.id, botId, body);
      return botOf(app, botId);
    },
  }),
];

async function botOf(app: App, id: string): Promise<Bot> {
  const row = await app.models.Bot.findByPk(id);
  const [bot] = row ? await presentBots(app, [row]) : [];
  if (!bot) throw notFound('bot');
  return bot;
}
