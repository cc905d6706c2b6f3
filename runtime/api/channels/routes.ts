import { page } from '@parley/db/queries/page';
import { changeChannelBodySchema, channelListSchema, channelSchema, createChannelBodySchema, createdChannelSchema, testVisitorSchema } from '@parley/shared/api/channels';
import { emptySchema } from '@parley/shared/api/common';
import * as z from 'zod';
import { makeVisitor } from '../../channels/web/visitors.ts';
import { changeChannel } from '../../commands/changeChannel.ts';
import { createChannel } from '../../commands/createChannel.ts';
import { deleteChannel } from '../../commands/deleteChannel.ts';
import { notFound, Refusal } from '../../lib/refusal.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { channelPolicy } from './policy.ts';
import { presentChannel } from './present.ts';

const tag = 'Channels';
const ofBot = z.object({ botId: rowId });
const ofChannel = z.object({ channelId: rowId });

/** The ways a bot is reached. */
export const channelRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/channels', id: 'listChannels', tag, summary: 'Lists the channels of a bot', policy: channelPolicy.list,
    params: ofBot, query: rowPage, reply: { status: 200, json: channelListSchema },
    handle: async (app, { params: { botId }, query }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const { rows, next } = await page(app.models.Channel, { where: { bot: botId }, ...query, order: 'old' });
      return { items: rows.map(presentChannel), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/channels', id: 'createChannel', tag, summary: 'Opens a channel; its token is told once', policy: channelPolicy.create,
    params: ofBot, body: createChannelBodySchema, reply: { status: 201, json: createdChannelSchema },
    handle: async (app, { caller, params: { botId }, body }) => {
      const { channel, ...once } = await createChannel(app, caller.id, { bot: botId, body });
      return { ...presentChannel(channel), ...once };
    },
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/channels/:channelId', id: 'changeChannel', tag, summary: 'Pauses a channel or changes its settings', policy: channelPolicy.change,
    params: ofChannel, body: changeChannelBodySchema, reply: { status: 200, json: channelSchema },
    handle: async (app, { caller, params: { channelId }, body }) => presentChannel(await changeChannel(app, caller.id, { id: channelId, body })),
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/channels/:channelId', id: 'deleteChannel', tag, summary: 'Closes a channel for ever', policy: channelPolicy.delete,
    params: ofChannel, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { channelId } }) => {
      await deleteChannel(app, caller.id, channelId);
      return {};
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/test-visitors', id: 'makeTestVisitor', tag, summary: 'Gives an author a visitor of the web chat that is marked as a test', policy: channelPolicy.tryOut,
    params: ofBot, reply: { status: 201, json: testVisitorSchema },
    handle: async (app, { params: { botId } }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const channel = await app.models.Channel.findOne({ attributes: ['id'], where: { bot: botId, type: 'web' } });
      if (!channel) throw new Refusal('conflict', 'This bot has no web chat. Open one first.');
      return { visitor: makeVisitor(app.keys, channel.id, { test: true }).token };
    },
  }),
];
