import { countWaitingPeople } from '@parley/db/queries/waitingPeople';
import { waitingListSchema } from '@parley/shared/api/bots';
import * as z from 'zod';
import { notFound } from '../../lib/refusal.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { botPolicy } from './policy.ts';

/** How many people wait where in a bot's flows. */
export const waitingRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/waiting', id: 'listWaitingPeople', tag: 'Bots', summary: 'How many people wait in each node now, on whichever version', policy: botPolicy.get,
    params: z.object({ botId: rowId }), reply: { status: 200, json: waitingListSchema },
    handle: async ({ clock, db, models }, { params: { botId } }) => {
      if (!(await models.Bot.findByPk(botId, { attributes: ['id'] }))) throw notFound('bot');
      const releases = await models.Release.findAll({ where: { bot: botId }, attributes: ['id'] });
      return { items: await countWaitingPeople(db.lanes, releases.map(({ id }) => id), clock.now()) };
    },
  }),
];
