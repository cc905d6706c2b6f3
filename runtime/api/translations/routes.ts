import { proposalLimits, proposeBodySchema, proposedSchema } from '@parley/shared/api/translations';
import * as z from 'zod';
import { notFound } from '../../lib/refusal.ts';
import { createModels } from '../../models/createModels.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { whileConnected } from '../whileConnected.ts';
import { translationPolicy } from './policy.ts';

/** Letters of at most four bytes, and room for what is around them. */
const bodyLimit = proposalLimits.texts * 20_000;

/** Translations of a bot's texts, as the models of the installation propose them. */
export const translationRoutes: readonly Route[] = [
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/translations', id: 'proposeTranslations', tag: 'Flows', summary: 'Has texts translated as proposals; the drawing stays as it is', policy: translationPolicy.propose,
    params: z.object({ botId: rowId }), body: proposeBodySchema, bodyLimit, reply: { status: 200, json: proposedSchema },
    handle: async (app, { caller, params: { botId }, body, request: { socket } }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      return whileConnected(socket, (signal) => createModels(app).translate({ ...body, bot: botId, account: caller.id, signal }));
    },
  }),
];
