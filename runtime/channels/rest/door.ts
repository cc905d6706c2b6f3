import type { ServerResponse } from 'node:http';
import type { Router } from 'express';
import { findChannelByToken } from '@parley/db/queries/channelForDoor';
import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import type { Incoming } from '@parley/shared/messages/incoming';
import { briefly } from '../../lib/briefly.ts';
import type { Context } from '../../lib/context.ts';
import { hashToken } from '../../lib/keys.ts';
import { laneId } from '../../lib/laneId.ts';
import { mediaUrl } from '../../lib/media/mediaLinks.ts';
import { withOwnFile } from '../../lib/media/withOwnFile.ts';
import type { Decoded, Intake } from '../channel.ts';
import { answerJson, malformed, paused, readBody, refusedBy, tellRefusal, unknownAddress, untilGone } from '../doorChain.ts';
import { isPlain, readPlain } from '../plainRequest.ts';
import type { QuickDoor } from '../plainRequest.ts';
import { fetchFile } from './fetchFile.ts';
import { rest } from './rest.ts';
import { withFileUrl } from './withFileUrl.ts';

/** How long `?wait=1` is held up before the answer is 202. */
const waitMs = 25_000;

/** What this door works with. */
type RestContext = Pick<Context, 'clock' | 'db' | 'env' | 'keys' | 'log' | 'media' | 'models' | 'publicFetch'>;

/** Tokens are letters of base64url; what is written otherwise is left to the router. */
const address = /^\/channels\/rest\/([\w-]+)\/messages(\?wait=1)?$/;

/** The door of `POST /channels/rest/:token/messages`: 202 `{turnId}`, or with `?wait=1` 200 `{turnId, messages}` once the turn rests. */
export function createRestDoor(context: RestContext, intake: Intake): { mount(router: Router): void; quick: QuickDoor } {
  const { clock, db, log } = context;
  const fileUrl = (id: string): string => mediaUrl(context, { id, now: clock.now() });
  const channelOf = briefly((token: string) => findChannelByToken(db.pool, { type: 'rest', hash: hashToken(token) }));
  const unknown = unknownAddress();

  async function hear(body: unknown, { channel, waits, response }: { channel: ChannelForDoor; waits: boolean; response: ServerResponse }): Promise<void> {
    const decoded = rest.decode(body);
    if (!Array.isArray(decoded)) throw malformed(decoded.fields);
    const [event] = decoded;
    if (!event) throw malformed([{ path: '', message: 'There is no message in it.' }]);
    const file = event.remote || 'media' in event.message || event.message.type === 'formReply' ? await withFile(context, event, { channel, response }) : undefined;
    const arrival = { id: event.id, from: event.from, message: file?.message ?? event.message, channel, limit: rest.limit };
    const receipt = await intake.receive({ ...arrival, waits });
    // A repeat has its file already, and what was not taken needs none.
    if (file?.drop && (!receipt.ok || receipt.duplicate)) await file.drop();
    if (!receipt.ok) throw refusedBy(receipt.why);
    const { lane, turn } = receipt;
    const turnId = `${lane}.${turn}`;
    const said = waits ? await intake.answer({ lane, turn, ms: waitMs, isGone: () => response.destroyed }) : undefined;
    if (said) return answerJson(response, 200, { turnId, messages: said.map((message) => withFileUrl(flat(message), fileUrl)) });
    // No longer waited for: a repeat changes nothing, and what it repeats is on disk with it.
    const kept = waits && !response.destroyed ? await intake.receive(arrival) : receipt;
    if (!kept.ok) throw refusedBy(kept.why);
    answerJson(response, 202, { turnId });
  }

  // The token is looked at before the body is read: nobody without one can make the server read anything.
  return {
    mount(router) {
      router.post('/channels/rest/:token/messages', async (request, response, next) => {
        const channel = await channelOf(String(request.params['token']));
        if (!channel) return unknown(request, response);
        if (channel.paused) throw paused();
        response.locals['channel'] = channel;
        next();
      }, readBody, (request, response) => hear(request.body, { channel: response.locals['channel'], waits: request.query['wait'] === '1', response }));
    },
    async quick(request, response, next) {
      const [, token, waits] = request.method === 'POST' && isPlain(request) ? (address.exec(request.url ?? '') ?? []) : [];
      if (token === undefined) return next();
      try {
        const channel = await channelOf(token);
        if (!channel || channel.paused) return next();
        await hear(await readPlain(request), { channel, waits: waits !== undefined, response });
      } catch (error) {
        tellRefusal(log, response, error);
      }
    },
  };
}

/** What a contact says with its file as the store has it: fetched now, or given earlier in this conversation. `drop` takes a fetched one away again. */
async function withFile(context: RestContext, { from, message, remote }: Decoded, { channel, response }: { channel: ChannelForDoor; response: ServerResponse }): Promise<{ message: Incoming; drop?: () => Promise<void> }> {
  const conversation = { bot: channel.bot, lane: laneId(channel.id, from.identifier) };
  if (remote) {
    const { message: said, row } = await fetchFile(context, remote, conversation, untilGone(response));
    return { message: said, drop: () => row.destroy() };
  }
  const own = await withOwnFile(context, message, conversation);
  if (!own) throw malformed([{ path: message.type === 'formReply' ? 'message.values' : 'message.media.id', message: 'There is no such file in this conversation. Give its address as `message.url`.' }]);
  return { message: own };
}

/** A message of the log as systems get it: the message itself with its language. */
function flat(body: object): object {
  const { message, ...beside } = { message: {}, ...body };
  return { ...message, ...beside };
}
