import { flowOpsAfter } from '@parley/db/queries/flowOpsAfter';
import { acceptedBatchSchema, addOpsBodySchema, batchListSchema, batchQuerySchema, draftSchema, saveDraftBodySchema, staleSchema } from '@parley/shared/api/flows';
import * as z from 'zod';
import { addOps, documentOf, saveDraft } from '../../commands/saveDraft.ts';
import { notFound } from '../../lib/refusal.ts';
import { namesOf } from '../names.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { flowPolicy } from './policy.ts';
import { presentOps, presentSaved } from './present.ts';

const tag = 'Flows';
const params = z.object({ flowId: rowId });
/** A document has 5 MB at most; the rest is the envelope. */
const bodyLimit = 6_000_000;

/** The drawing of a flow and the ops that change it. */
export const draftRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/flows/:flowId/draft', id: 'getDraft', tag, summary: 'The drawing in its current revision', policy: flowPolicy.readDraft,
    params, reply: { status: 200, json: draftSchema },
    handle: async (app, { params: { flowId } }) => {
      const row = await app.models.Flow.findByPk(flowId);
      if (!row) throw notFound('flow');
      return { revision: row.revision, flow: documentOf(app, row) };
    },
  }),
  defineRoute({
    method: 'put', path: '/api/v1/flows/:flowId/draft', id: 'saveDraft', tag, summary: 'Saves a whole drawing made from a revision', policy: flowPolicy.saveDraft,
    params, body: saveDraftBodySchema, bodyLimit, reply: { status: 200, json: draftSchema }, refusals: { 409: staleSchema },
    handle: async (app, { caller, params: { flowId }, body }) => {
      const saved = await saveDraft(app, caller.id, { flowId, ...body });
      const event = presentSaved(saved, caller);
      if (event) app.announce.batch(event);
      return { revision: saved.revision, flow: saved.flow };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/flows/:flowId/ops', id: 'addOps', tag, summary: 'Adds one batch of ops', policy: flowPolicy.addOps,
    params, body: addOpsBodySchema, bodyLimit, reply: { status: 200, json: acceptedBatchSchema }, refusals: { 409: staleSchema },
    handle: async (app, { caller, params: { flowId }, body }) => {
      const saved = await addOps(app, caller.id, { flowId, batch: body });
      const event = { flowId, revision: saved.revision, batch: body, by: { id: caller.id, name: caller.name }, at: saved.at.toISOString() };
      if (!saved.repeated) app.announce.batch(event);
      return event;
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/flows/:flowId/ops', id: 'listOps', tag, summary: 'Batches after a revision, oldest first', policy: flowPolicy.readOps,
    params, query: batchQuerySchema, reply: { status: 200, json: batchListSchema },
    handle: async (app, { params: { flowId }, query: { afterRevision, limit } }) => {
      if (!(await app.models.Flow.count({ where: { id: flowId } }))) throw notFound('flow');
      const rows = await flowOpsAfter(app.models, { flow: flowId, revision: afterRevision, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const names = await namesOf(app, shown.map((row) => row.by));
      const last = shown.at(-1);
      return { items: shown.map((row) => presentOps(row, names)), ...(rows.length > limit && last ? { next: String(last.revision) } : {}) };
    },
  }),
];
