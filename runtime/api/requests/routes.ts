import { triedRequestSchema, tryRequestBodySchema } from '@parley/shared/api/requests';
import type { TriedRequest } from '@parley/shared/api/requests';
import type { Json } from '@parley/shared/lib/json';
import * as z from 'zod';
import { AuthorError } from '../../lib/authorError.ts';
import { notFound } from '../../lib/refusal.ts';
import { uuid7 } from '../../lib/uuid7.ts';
import { createRequests } from '../../requests/createRequests.ts';
import { outcomeOf, pickValues, readAnswer } from '../../requests/readAnswer.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { whileConnected } from '../whileConnected.ts';
import { requestPolicy } from './policy.ts';
import { requestOf } from './requestOf.ts';

/** Trying out what an http node asks, through the same guard and with the same credentials as in a conversation. */
export const requestRoutes: readonly Route[] = [
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/requests', id: 'tryRequest', tag: 'Sandbox', summary: 'Sends the request of an http node once and shows the answer', policy: requestPolicy.try,
    params: z.object({ botId: rowId }), body: tryRequestBodySchema, bodyLimit: 1_000_000, reply: { status: 200, json: triedRequestSchema },
    handle: async (app, { params: { botId }, body, request: { socket } }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const started = performance.now();
      try {
        const { takes, ...sent } = body;
        const answer = await whileConnected(socket, (signal) => createRequests(app).send(requestOf(sent), { bot: botId, key: uuid7(app.clock), signal }));
        const read = readAnswer(answer);
        return { ok: true, status: answer.status, headers: answer.headers, ms: Math.round(performance.now() - started), bytes: answer.body.length, ...read, ...(takes && taken(answer.status, read, takes)) } satisfies TriedRequest;
      } catch (error) {
        if (error instanceof AuthorError) return { ok: false, error: error.message } satisfies TriedRequest;
        throw error;
      }
    },
  }),
];

type Body = z.output<typeof tryRequestBodySchema>;

/** What the node makes of an answer, as in a conversation. */
function taken(status: number, read: { isJson: boolean; value: Json }, { ranges, picks }: NonNullable<Body['takes']>): Pick<Extract<TriedRequest, { ok: true }>, 'result' | 'untaken'> {
  const outcome = outcomeOf(status, { ranges });
  try {
    return { result: { outcome, status, values: outcome === 'ok' ? pickValues(read, picks) : {} } };
  } catch (error) {
    if (error instanceof AuthorError) return { untaken: error.message };
    throw error;
  }
}
