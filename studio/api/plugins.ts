import { emptySchema } from '@parley/shared/api/common';
import { pluginListSchema, pluginSchema, triedPluginSchema } from '@parley/shared/api/plugins';
import type { PluginBody } from '@parley/shared/api/plugins';
import type { JsonObject } from '@parley/shared/lib/json';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** Plugins by their newest version, and ready-made ones to begin with. */
export const pluginsQuery = queryOptions({ queryKey: ['plugins'], queryFn: ({ signal }) => ask({ path: '/plugins', answer: pluginListSchema, signal }) });

/** Keeps a plugin as its first version. */
export const createPlugin = (body: PluginBody) => ask({ method: 'POST', path: '/plugins', body, answer: pluginSchema });

/** Keeps a new version of a plugin; `base` is the one it was made from. */
export const changePlugin = (base: number, definition: PluginBody) => ask({ method: 'POST', path: `/plugins/${definition.key}/versions`, body: { base, definition }, answer: pluginSchema });

/** Takes a plugin out of the palette. */
export const deletePlugin = (key: string) => ask({ method: 'DELETE', path: `/plugins/${key}`, answer: emptySchema });

/** Asks what a definition would ask, once, with these values. */
export const tryPlugin = (definition: PluginBody, inputs: JsonObject) => ask({ method: 'POST', path: '/plugins/try', body: { definition, inputs }, answer: triedPluginSchema });
