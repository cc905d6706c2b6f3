import { newestPlugins } from '@parley/db/queries/plugins';
import { emptySchema } from '@parley/shared/api/common';
import { pluginBodySchema, pluginKeySchema, pluginListSchema, pluginSchema, pluginVersionBodySchema, triedPluginSchema, tryPluginBodySchema } from '@parley/shared/api/plugins';
import type { Plugin } from '@parley/shared/api/plugins';
import { examplePlugins } from '@parley/shared/gallery/plugins';
import * as z from 'zod';
import { deletePlugin } from '../../commands/deletePlugin.ts';
import { keepPlugin } from '../../commands/keepPlugin.ts';
import { notFound } from '../../lib/refusal.ts';
import { tryPlugin } from '../../requests/tryPlugin.ts';
import type { App } from '../app.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { whileConnected } from '../whileConnected.ts';
import { pluginPolicy } from './policy.ts';
import { presentPlugins } from './present.ts';

const tag = 'Plugins';
const ofPlugin = z.object({ pluginKey: pluginKeySchema });

async function presentOne(app: App, key: string): Promise<Plugin> {
  const [plugin] = await presentPlugins(app, await newestPlugins(app.db.pool, [key]));
  if (!plugin) throw notFound('plugin');
  return plugin;
}

/** Calls to other systems that were defined once, to be placed by their own names. */
export const pluginRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/plugins', id: 'listPlugins', tag, summary: 'Lists plugins by their newest version, and ready-made ones to begin with', policy: pluginPolicy.list,
    reply: { status: 200, json: pluginListSchema },
    handle: async (app) => ({ items: await presentPlugins(app, await newestPlugins(app.db.pool)), examples: [...examplePlugins] }),
  }),
  defineRoute({
    method: 'post', path: '/api/v1/plugins', id: 'createPlugin', tag, summary: 'Keeps a plugin as its first version', policy: pluginPolicy.create,
    body: pluginBodySchema, bodyLimit: 200_000, reply: { status: 201, json: pluginSchema },
    handle: async (app, { caller, body }) => presentOne(app, (await keepPlugin(app, caller.id, { definition: body, base: 0 })).key),
  }),
  defineRoute({
    method: 'post', path: '/api/v1/plugins/:pluginKey/versions', id: 'changePlugin', tag, summary: 'Keeps a new version of a plugin; drawings stay with theirs until somebody takes it', policy: pluginPolicy.change,
    params: ofPlugin, body: pluginVersionBodySchema, bodyLimit: 200_000, reply: { status: 201, json: pluginSchema },
    handle: async (app, { caller, params: { pluginKey }, body: { base, definition } }) => presentOne(app, (await keepPlugin(app, caller.id, { definition: { ...definition, key: pluginKey }, base })).key),
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/plugins/:pluginKey', id: 'deletePlugin', tag, summary: 'Takes a plugin out of the palette; drawings that use it go on', policy: pluginPolicy.delete,
    params: ofPlugin, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { pluginKey } }) => {
      await deletePlugin(app, caller.id, pluginKey);
      return {};
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/plugins/try', id: 'tryPlugin', tag, summary: 'Asks what a definition would ask, once, with these inputs', policy: pluginPolicy.try,
    body: tryPluginBodySchema, bodyLimit: 300_000, reply: { status: 200, json: triedPluginSchema },
    handle: (app, { body, request: { socket } }) => whileConnected(socket, (signal) => tryPlugin(app, body, signal)),
  }),
];
