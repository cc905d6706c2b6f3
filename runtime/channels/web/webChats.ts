import { findWebChannel } from '@parley/db/queries/channelForDoor';
import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import { messagesAfter } from '@parley/db/queries/laneMessages';
import type { LaneMessage } from '@parley/db/queries/laneMessages';
import { liveFace } from '@parley/db/queries/liveFace';
import type { ChatBot, ChatMessage, SayAck } from '@parley/shared/api/chat';
import { briefly } from '../../lib/briefly.ts';
import type { Context } from '../../lib/context.ts';
import { laneId } from '../../lib/laneId.ts';
import type { Intake } from '../channel.ts';
import { readVisitor } from './visitors.ts';
import { web } from './web.ts';

/** The colour of a bot whose author chose none: the ink of the product. */
const usualColour = '#1c1b18';
/** Messages of one batch. */
export const batch = 200;

/** One visitor at one bot. */
export interface Chat {
  channel: ChannelForDoor;
  visitor: string;
  lane: string;
}

/** What the web channel's HTTP door and its sockets share. */
export interface WebChats {
  channel(slug: string): Promise<ChannelForDoor | undefined>;
  bot(channel: ChannelForDoor): Promise<ChatBot>;
  /** The chat a token opens; undefined when it opens none here. */
  open(channel: ChannelForDoor, token: unknown): Chat | undefined;
  say(chat: Chat, body: unknown, language: string | undefined): Promise<SayAck>;
  /** What followed a message, oldest first, at most `batch`. */
  after(chat: Chat, no: number): Promise<ChatMessage[]>;
}

/** Builds what the web channel's doors share. */
export function createWebChats({ db, keys }: Pick<Context, 'db' | 'keys'>, intake: Intake): WebChats {
  const channel = briefly((slug: string) => findWebChannel(db.pool, slug));
  const faceOf = briefly((bot: string) => liveFace(db, bot));
  return {
    channel,
    async bot({ bot, botName, botPaused, paused }) {
      const face = await faceOf(bot);
      return {
        name: botName, colour: face?.colour ?? usualColour, language: face?.languages[0] ?? 'en', languages: face?.languages ?? ['en'],
        // Unpublished, it cannot answer either.
        paused: paused || botPaused || face === undefined, published: face !== undefined,
      };
    },
    open(of, token) {
      const visitor = readVisitor(keys, of.id, token);
      return visitor === undefined ? undefined : { channel: of, visitor, lane: laneId(of.id, web.normalise(visitor)) };
    },
    async say({ channel: of, visitor }, body, language) {
      const decoded = web.decode(body);
      if (!Array.isArray(decoded)) return { ok: false, code: 'malformed', message: decoded.fields.map(({ path, message }) => `${path}: ${message}`).join('; ').slice(0, 500) };
      const [said] = decoded;
      if (!said) return { ok: false, code: 'malformed', message: 'There is no message in it.' };
      if (of.paused) return { ok: false, code: 'unavailable', message: 'This chat is paused.' };
      const receipt = await intake.receive({ ...said, from: { identifier: web.normalise(visitor), language }, channel: of, limit: web.limit });
      if (receipt.ok) return { ok: true, no: receipt.turn };
      if (receipt.why === 'limited') return { ok: false, code: 'tooFast', message: 'Wait a moment, then write again.' };
      return { ok: false, code: 'unavailable', message: receipt.why === 'unpublished' ? 'This bot is not published yet.' : 'One moment.' };
    },
    after: async ({ lane }, no) => (await messagesAfter(db.lanes, { lane, after: no, limit: batch })).map((row) => asChatMessage(lane, row)),
  };
}

/** A row of the log as the chat page reads it. */
export function asChatMessage(lane: string, { no, at, turn, direction, body }: Omit<LaneMessage, 'body'> & { body: object }): ChatMessage {
  // Bodies are written by the turns in exactly this shape; `direction` says which.
  return { no, at: at.toISOString(), turn: `${lane}.${turn}`, direction, ...body } as ChatMessage;
}

/** The first language a client asks for. */
export function languageOf(header: string | undefined): string | undefined {
  const first = header?.split(',')[0]?.split(';')[0]?.trim();
  return first && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(first) ? first : undefined;
}
