import { firstKept, lastNames, stepsBefore } from '@parley/db/queries/history';
import { page } from '@parley/db/queries/page';
import { emptySchema } from '@parley/shared/api/common';
import { flowHeadSchema } from '@parley/shared/api/flows';
import { bringBackBodySchema, historyDiffQuerySchema, historyDiffSchema, historyListSchema, historyQuerySchema, historyStateSchema, namedVersionListSchema, namedVersionSchema, nameVersionBodySchema, renameVersionBodySchema, stateQuerySchema } from '@parley/shared/api/history';
import type { NamedVersion } from '@parley/shared/api/history';
import type { NamedVersion as NamedRow } from '@parley/db/models/namedVersion';
import { compareSets } from '@parley/shared/flow/compareSets';
import * as z from 'zod';
import { bringBackSubflow } from '../../commands/bringBackSubflow.ts';
import { nameVersion, removeVersionName, renameVersion } from '../../commands/nameVersion.ts';
import { readPast } from '../../commands/readPast.ts';
import { notFound } from '../../lib/refusal.ts';
import type { App } from '../app.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { presentFlow } from '../flows/present.ts';
import { historyPolicy } from './policy.ts';
import { namedHead, presentNamed, presentSteps, readCursor, writeCursor } from './present.ts';

const tag = 'History';
const ofBot = z.object({ botId: rowId });
const ofVersion = z.object({ versionId: rowId });

async function presentOne(app: App, row: NamedRow): Promise<NamedVersion> {
  const [named] = await presentNamed(app, [row]);
  if (!named) throw notFound('named version');
  return named;
}

/** What the drawings of a bot were, and the names that moments were given. */
export const historyRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/history', id: 'listHistory', tag, summary: 'Lists the steps of a bot’s flows, newest first', policy: historyPolicy.list,
    params: ofBot, query: historyQuerySchema, reply: { status: 200, json: historyListSchema },
    handle: async (app, { params: { botId }, query: { flow, after, limit } }) => {
      const flows = (await app.models.Flow.findAll({ attributes: ['id'], where: { bot: botId } })).map(({ id }) => id);
      if (flows.length === 0) throw notFound('bot');
      if (flow !== undefined && !flows.includes(flow)) throw notFound('flow');
      const rows = await stepsBefore(app.db.pool, { flows: flow === undefined ? flows : [flow], after: readCursor(after), limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { items: await presentSteps(app, shown, await firstKept(app.db.pool, flows)), ...(rows.length > limit && last ? { next: writeCursor(last) } : {}) };
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/history/state', id: 'getPastState', tag, summary: 'The flows of a bot as they were at a moment', policy: historyPolicy.state,
    params: ofBot, query: stateQuerySchema, reply: { status: 200, json: historyStateSchema },
    handle: async (app, { params: { botId }, query: { point } }) => {
      const { set, revisions, at } = await readPast(app, { bot: botId, point });
      return { ...set, revisions, names: Object.fromEntries(await lastNames(app.db.pool, Object.keys(set.flows))), at: at.toISOString() };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/history/bring-back', id: 'bringBackSubflow', tag, summary: 'Brings a subflow that was deleted back as it was at a moment', policy: historyPolicy.bringBack,
    params: ofBot, body: bringBackBodySchema, reply: { status: 200, json: flowHeadSchema },
    handle: async (app, { caller, params: { botId }, body: { point, flowId } }) => {
      const back = await bringBackSubflow(app, caller.id, { bot: botId, point, flow: flowId });
      app.announce.flows({ botId });
      return presentFlow(back);
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/history/diff', id: 'diffMoments', tag, summary: 'What is different between two moments of a bot', policy: historyPolicy.diff,
    params: ofBot, query: historyDiffQuerySchema, reply: { status: 200, json: historyDiffSchema },
    handle: async (app, { params: { botId }, query: { from, to } }) => {
      const before = await readPast(app, { bot: botId, point: from });
      return { changes: compareSets(before.set, (await readPast(app, { bot: botId, point: to })).set) };
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/named-versions', id: 'listNamedVersions', tag, summary: 'Lists the moments of a bot that have a name, last named first', policy: historyPolicy.listNamed,
    params: ofBot, query: rowPage, reply: { status: 200, json: namedVersionListSchema },
    handle: async (app, { params: { botId }, query }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const { rows, next } = await page(app.models.NamedVersion, { where: { bot: botId }, ...query, order: 'new', attributes: namedHead });
      return { items: await presentNamed(app, rows), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/named-versions', id: 'nameVersion', tag, summary: 'Gives a moment a name and keeps it for good', policy: historyPolicy.name,
    params: ofBot, body: nameVersionBodySchema, reply: { status: 201, json: namedVersionSchema },
    handle: async (app, { caller, params: { botId }, body }) => presentOne(app, await nameVersion(app, caller.id, { bot: botId, ...body })),
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/named-versions/:versionId', id: 'renameVersion', tag, summary: 'Gives a named version another name', policy: historyPolicy.rename,
    params: ofVersion, body: renameVersionBodySchema, reply: { status: 200, json: namedVersionSchema },
    handle: async (app, { caller, params: { versionId }, body: { name } }) => presentOne(app, await renameVersion(app, caller.id, { id: versionId, name })),
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/named-versions/:versionId', id: 'removeVersionName', tag, summary: 'Takes the name of a moment away; its steps stay', policy: historyPolicy.removeName,
    params: ofVersion, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { versionId } }) => {
      await removeVersionName(app, caller.id, versionId);
      return {};
    },
  }),
];
