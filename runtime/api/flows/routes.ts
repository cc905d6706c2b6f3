import { page } from '@parley/db/queries/page';
import { emptySchema } from '@parley/shared/api/common';
import { createSubflowBodySchema, flowHeadSchema, flowListSchema, renameFlowBodySchema } from '@parley/shared/api/flows';
import * as z from 'zod';
import { createSubflow } from '../../commands/createSubflow.ts';
import { deleteSubflow } from '../../commands/deleteSubflow.ts';
import { renameFlow } from '../../commands/renameFlow.ts';
import { notFound } from '../../lib/refusal.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { draftRoutes } from './draftRoutes.ts';
import { flowPolicy } from './policy.ts';
import { presentFlow } from './present.ts';
import { publishRoutes } from './publishRoutes.ts';

const tag = 'Flows';
const ofBot = z.object({ botId: rowId });
const ofFlow = z.object({ flowId: rowId });

/** The flows of a bot. */
export const flowRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/flows', id: 'listFlows', tag, summary: 'Lists the flows of a bot, the main one first', policy: flowPolicy.list,
    params: ofBot, query: rowPage, reply: { status: 200, json: flowListSchema },
    handle: async (app, { params: { botId }, query }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const { rows, next } = await page(app.models.Flow, { where: { bot: botId }, ...query, order: 'old' });
      return { items: rows.map(presentFlow), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/flows', id: 'createSubflow', tag, summary: 'Makes a subflow', policy: flowPolicy.create,
    params: ofBot, body: createSubflowBodySchema, reply: { status: 201, json: flowHeadSchema },
    handle: async (app, { caller, params: { botId }, body }) => {
      const made = await createSubflow(app, caller.id, { bot: botId, ...body });
      app.announce.flows({ botId });
      return presentFlow(made);
    },
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/flows/:flowId', id: 'renameFlow', tag, summary: 'Renames a flow', policy: flowPolicy.rename,
    params: ofFlow, body: renameFlowBodySchema, reply: { status: 200, json: flowHeadSchema },
    handle: async (app, { caller, params: { flowId }, body }) => {
      await renameFlow(app, caller.id, { id: flowId, ...body });
      const row = await app.models.Flow.findByPk(flowId);
      if (!row) throw notFound('flow');
      app.announce.flows({ botId: row.bot });
      return presentFlow(row);
    },
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/flows/:flowId', id: 'deleteSubflow', tag, summary: 'Deletes a subflow; releases keep their copy', policy: flowPolicy.delete,
    params: ofFlow, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { flowId } }) => {
      app.announce.flows({ botId: await deleteSubflow(app, caller.id, flowId) });
      return {};
    },
  }),
  ...draftRoutes,
  ...publishRoutes,
];
