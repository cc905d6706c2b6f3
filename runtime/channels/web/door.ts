import type { Request, Response, Router } from 'express';
import { messagesQuerySchema } from '@parley/shared/api/chat';
import { uploadQuerySchema } from '@parley/shared/api/media';
import type { Context } from '../../lib/context.ts';
import { bodyOf } from '../../lib/media/bodyOf.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Intake } from '../channel.ts';
import { limiter, malformed, readBody, unknownAddress, untilGone } from '../doorChain.ts';
import { makeVisitor } from './visitors.ts';
import { languageOf } from './webChats.ts';
import type { Chat, WebChats } from './webChats.ts';

/** How long a page's request is held up for news. */
const waitMs = 25_000;
/** How long to wait for a notice before the log is looked at all the same. */
const lookMs = 5_000;

/** Mounts the chat page over HTTP, where no socket gets through: see `shared/api/chat`. */
export function mountWebDoor(router: Router, { keys }: Pick<Context, 'keys'>, { intake, chats }: { intake: Intake; chats: WebChats }): void {
  const unknown = unknownAddress();
  const often = limiter(1_200);
  const seldom = limiter(60);

  const channelOf = async (request: Request, response: Response) => (await chats.channel(String(request.params['slug']))) ?? unknown(request, response);
  const chatOf = async (request: Request, response: Response): Promise<Chat> => {
    const channel = await channelOf(request, response);
    const chat = chats.open(channel, request.get('authorization')?.replace(/^Bearer /i, ''));
    if (!chat) throw new Refusal('signedOut', 'Ask for a visitor token first.');
    return chat;
  };

  router.get('/channels/web/:slug', often, async (request, response) => {
    response.set('cache-control', 'no-store').json(await chats.bot(await channelOf(request, response)));
  });
  router.post('/channels/web/:slug/visitors', seldom, async (request, response) => {
    const channel = await channelOf(request, response);
    response.status(201).set('cache-control', 'no-store').json({ visitor: makeVisitor(keys, channel.id).token });
  });
  router.get('/channels/web/:slug/messages', often, async (request, response) => {
    const chat = await chatOf(request, response);
    const query = messagesQuerySchema.safeParse(request.query);
    if (!query.success) throw malformed(query.error.issues.map(({ path, message }) => ({ path: `query.${path.join('.')}`, message })));
    const { after, wait } = query.data;
    const signal = untilGone(response);
    const until = performance.now() + waitMs;
    let items = await chats.after(chat, after);
    while (items.length === 0 && wait === '1' && performance.now() < until && !signal.aborted) {
      const change = intake.change({ lane: chat.lane, ms: Math.min(lookMs, until - performance.now()), signal });
      // Looked at once more after following began: what came in between must not be slept over.
      items = await chats.after(chat, after);
      if (items.length > 0) break;
      await change;
      items = await chats.after(chat, after);
    }
    response.set('cache-control', 'no-store').json({ items });
  });
  router.post('/channels/web/:slug/media', seldom, async (request, response) => {
    const chat = await chatOf(request, response);
    const query = uploadQuerySchema.safeParse(request.query);
    if (!query.success) throw malformed(query.error.issues.map(({ path, message }) => ({ path: `query.${path.join('.')}`, message })));
    response.status(201).set('cache-control', 'no-store').json(await chats.take(chat, bodyOf(request), query.data.name));
  });
  router.post('/channels/web/:slug/messages', async (request: Request, response, next) => {
    response.locals['chat'] = await chatOf(request, response);
    next();
  }, readBody, async (request, response) => {
    const ack = await chats.say(response.locals['chat'], request.body, languageOf(request.get('accept-language')));
    if (ack.ok) response.status(202).json({ no: ack.no });
    else if (ack.code === 'tooFast') throw new Refusal('tooMany', ack.message);
    else if (ack.code === 'malformed') throw malformed([{ path: '', message: ack.message }]);
    else throw new Refusal('unavailable', ack.message);
  });
}
