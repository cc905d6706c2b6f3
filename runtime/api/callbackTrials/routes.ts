import { leaveTrial } from '@parley/db/queries/callbackTrials';
import { callbackTrialSchema, trialQuerySchema, triedCallbackSchema, tryCallbackBodySchema } from '@parley/shared/api/callbackTrials';
import { emptySchema } from '@parley/shared/api/common';
import type { CallbackContract } from '@parley/shared/machine/callback';
import * as z from 'zod';
import { hearTrial } from '../../callbacks/hearTrial.ts';
import { openTrial } from '../../callbacks/openTrial.ts';
import { notFound } from '../../lib/refusal.ts';
import type { EvaluatedAnnouncement } from '../../requests/announce.ts';
import { rowId } from '../params.ts';
import { requestOf } from '../requests/requestOf.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { whileConnected } from '../whileConnected.ts';
import { callbackTrialPolicy } from './policy.ts';

const tag = 'Sandbox';
const ofTrial = z.object({ trialId: rowId });

/** Trying out a callback with the system that calls it: a real address, and what is called back there. */
export const callbackTrialRoutes: readonly Route[] = [
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/callback-trials', id: 'tryCallback', tag, summary: 'Makes a real address for the simulator, tells the other system where the node does, and gives it', policy: callbackTrialPolicy.make,
    params: z.object({ botId: rowId }), body: tryCallbackBodySchema, bodyLimit: 1_000_000, reply: { status: 201, json: triedCallbackSchema },
    handle: async (app, { caller, params: { botId }, body: { flow, node, contract, inputs, announce }, request: { socket } }) => {
      if (!(await app.models.Flow.count({ where: { id: flow, bot: botId } }))) throw notFound('flow of this bot');
      return whileConnected(socket, (signal) => openTrial(app, { bot: botId, flow, node, madeBy: caller.id, contract: contractOf(contract), inputs, announcement: announce && announcementOf(announce), signal }));
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/callback-trials/:trialId', id: 'hearCallbackTrial', tag, summary: 'Tells what was called back at one’s own address, and waits for it where that is asked', policy: callbackTrialPolicy.hear,
    params: ofTrial, query: trialQuerySchema, reply: { status: 200, json: callbackTrialSchema },
    handle: (app, { caller, params: { trialId }, query: { wait }, request: { socket } }) => whileConnected(socket, (signal) => hearTrial(app, { id: trialId, madeBy: caller.id, waitMs: wait * 1_000, signal })),
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/callback-trials/:trialId', id: 'leaveCallbackTrial', tag, summary: 'Goes on without being called back: whoever calls is refused', policy: callbackTrialPolicy.leave,
    params: ofTrial, reply: { status: 200, json: emptySchema },
    handle: async ({ db, clock }, { caller, params: { trialId } }) => {
      if (!(await leaveTrial(db.pool, { id: trialId, madeBy: caller.id, now: clock.now() }))) throw notFound('address to be called back at');
      return {};
    },
  }),
];

type Body = z.output<typeof tryCallbackBodySchema>;

/** Zod keeps a flag that is left out as undefined; the core leaves it out. */
function contractOf({ codes, outputs }: Body['contract']): CallbackContract {
  return { codes, outputs: outputs.map(({ name, type, required }) => ({ name, type, ...(required && { required }) })) };
}

/** As in a conversation, but asked once. */
function announcementOf({ request: { keyHeader, picks, ...sent }, addressIn }: NonNullable<Body['announce']>): EvaluatedAnnouncement {
  return { request: { ...requestOf(sent), picks, ...(keyHeader !== undefined && { keyHeader }) }, addressIn };
}
