import type { Server, Socket } from 'socket.io';
import * as z from 'zod';
import type { ChatMessage, SayAck } from '@parley/shared/api/chat';
import type { Context } from '../../lib/context.ts';
import type { Intake, TurnDone } from '../channel.ts';
import { batch, languageOf } from './webChats.ts';
import type { Chat, WebChats } from './webChats.ts';

/** The namespace of chat pages. */
export const chatNamespace = '/chat';

const authSchema = z.object({ slug: z.string().min(1).max(80), visitor: z.string().max(200), after: z.number().int().nonnegative().default(0) });

/** A refusal the page understands: `data.code` says what to do. */
function refusal(code: 'malformed' | 'notFound' | 'signedOut' | 'unavailable', message: string): Error {
  return Object.assign(new Error(message), { data: { code } });
}

/** Serves chat pages over sockets: what is said comes in, the log from the last seen message on goes out, once and in order. */
export function serveChat(io: Server, { log }: Pick<Context, 'log'>, { intake, chats }: { intake: Intake; chats: WebChats }): void {
  const space = io.of(chatNamespace);
  space.use(async (socket, next) => {
    const refused = await admit(socket, chats).catch((error: unknown) => {
      log.error({ err: error }, 'a chat could not be opened');
      return refusal('unavailable', 'One moment.');
    });
    next(refused);
  });
  space.on('connection', (socket) => {
    const { chat, after } = socket.data as { chat: Chat; after: number };
    const feed = createFeed(socket, { chat, chats, after, onError: (error) => log.warn({ err: error }, 'a chat page could not be told what followed') });
    const stop = intake.follow(chat.lane, {
      done: feed.done,
      frame: (frame) => socket.emit('frame', frame),
      working: (on) => socket.emit('working', { on }),
    });
    socket.on('disconnect', stop);
    socket.on('say', (body: unknown, ack: unknown) => {
      const answer = (given: SayAck): void => {
        if (typeof ack === 'function') ack(given);
      };
      chats.say(chat, body, languageOf(socket.handshake.headers['accept-language'])).then(answer, (error: unknown) => {
        log.error({ err: error }, 'a message of a chat page was not taken');
        answer({ ok: false, code: 'unavailable', message: 'One moment.' });
      });
    });
    socket.on('stop', (turn: unknown) => {
      const no = typeof turn === 'string' && turn.startsWith(`${chat.lane}.`) ? Number(turn.slice(chat.lane.length + 1)) : 0;
      if (Number.isSafeInteger(no) && no > 0) intake.cut({ lane: chat.lane, turn: no });
    });
    feed.look();
  });
}

/** Opens the page's chat, or says why not. */
async function admit(socket: Socket, chats: WebChats): Promise<Error | undefined> {
  const auth = authSchema.safeParse(socket.handshake.auth);
  if (!auth.success) return refusal('malformed', 'Expected { slug, visitor, after }.');
  const channel = await chats.channel(auth.data.slug);
  if (!channel) return refusal('notFound', 'There is no such chat.');
  const chat = chats.open(channel, auth.data.visitor);
  if (!chat) return refusal('signedOut', 'Ask for a visitor token first.');
  socket.data = { chat, after: auth.data.after };
  return undefined;
}

interface Feed {
  /** A turn was committed: its messages are sent from memory when they follow what was sent, else from the log. */
  done(turn: TurnDone): void;
  /** Sends what the log has beyond what was sent. */
  look(): void;
}

/** What one page is sent: the log from `after` on, without gaps or repeats, whatever tells it that there is more. */
function createFeed(socket: Socket, { chat, chats, after, onError }: { chat: Chat; chats: WebChats; after: number; onError(error: unknown): void }): Feed {
  let sent = after;
  let looking = false;
  let again = false;
  const send = (items: ChatMessage[]): void => {
    const fresh = items.filter(({ no }) => no > sent);
    if (fresh.length === 0) return;
    sent = fresh.at(-1)?.no ?? sent;
    socket.emit('messages', { items: fresh });
  };
  const read = async (): Promise<void> => {
    do {
      again = false;
      const items = await chats.after(chat, sent);
      send(items);
      again ||= items.length === batch;
    } while (again && socket.connected);
  };
  const look = (): void => {
    again = true;
    if (looking) return;
    looking = true;
    read().catch(onError).finally(() => {
      looking = false;
    });
  };
  return {
    look,
    done({ messages }) {
      const [first] = messages ?? [];
      if (messages && messages.length === 0) return;
      if (!looking && messages && first?.no === sent + 1) send(messages.map((row) => chats.present(chat, row)));
      else look();
    },
  };
}
