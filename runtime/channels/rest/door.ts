import type { Router } from 'express';
import { findChannelByToken } from '@parley/db/queries/channelForDoor';
import { briefly } from '../../lib/briefly.ts';
import type { Context } from '../../lib/context.ts';
import { hashToken } from '../../lib/keys.ts';
import type { Intake } from '../channel.ts';
import { answerJson, malformed, paused, readBody, refusedBy, unknownAddress } from '../doorChain.ts';
import { rest } from './rest.ts';

/** How long `?wait=1` is held up before the answer is 202. */
const waitMs = 25_000;

/** Mounts `POST /channels/rest/:token/messages`: 202 `{turnId}`, or with `?wait=1` 200 `{turnId, messages}` once the turn rests. */
export function mountRestDoor(router: Router, { db }: Pick<Context, 'db'>, intake: Intake): void {
  const channelOf = briefly((token: string) => findChannelByToken(db.pool, { type: 'rest', hash: hashToken(token) }));
  const unknown = unknownAddress();

  // The token is looked at before the body is read: nobody without one can make the server read anything.
  router.post('/channels/rest/:token/messages', async (request, response, next) => {
    const channel = await channelOf(String(request.params['token']));
    if (!channel) return unknown(request, response);
    if (channel.paused) throw paused();
    response.locals['channel'] = channel;
    next();
  }, readBody, async (request, response) => {
    const { channel } = response.locals;
    const decoded = rest.decode(request.body);
    if (!Array.isArray(decoded)) throw malformed(decoded.fields);
    const [event] = decoded;
    if (!event) throw malformed([{ path: '', message: 'There is no message in it.' }]);
    const receipt = await intake.receive({ ...event, channel, limit: rest.limit });
    if (!receipt.ok) throw refusedBy(receipt.why);
    const { lane, turn } = receipt;
    const turnId = `${lane}.${turn}`;
    const said = request.query['wait'] === '1' ? await intake.answer({ lane, turn, ms: waitMs, isGone: () => response.destroyed }) : undefined;
    if (said) answerJson(response, 200, { turnId, messages: said.map(flat) });
    else answerJson(response, 202, { turnId });
  });
}

/** A message of the log as systems get it: the message itself with its language. */
function flat(body: object): object {
  const { message, ...beside } = { message: {}, ...body };
  return { ...message, ...beside };
}
