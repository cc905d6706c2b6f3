import { findWebChannel } from '@parley/db/queries/channelForDoor';
import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import { messagesAfter } from '@parley/db/queries/laneMessages';
import type { LaneMessage } from '@parley/db/queries/laneMessages';
import { liveFace } from '@parley/db/queries/liveFace';
import { mediaGiven } from '@parley/db/queries/mediaRows';
import type { ChatBot, ChatMessage, SayAck } from '@parley/shared/api/chat';
import type { SentFile } from '@parley/shared/api/media';
import { mostContactBytes } from '@parley/shared/messages/files';
import { mediaSchema } from '@parley/shared/messages/incoming';
import { briefly } from '../../lib/briefly.ts';
import type { Context } from '../../lib/context.ts';
import { laneId } from '../../lib/laneId.ts';
import { mediaPath, pageLinkMs } from '../../lib/media/mediaLinks.ts';
import { mediaOf } from '../../lib/media/mediaOf.ts';
import { takeFile } from '../../lib/media/takeFile.ts';
import { withOwnFile } from '../../lib/media/withOwnFile.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Intake } from '../channel.ts';
import { isTestVisitor, readVisitor } from './visitors.ts';
import { web } from './web.ts';

/** The colour of a bot whose author chose none: the ink of the product. */
const usualColour = '#1c1b18';
/** What one visitor may give within `givenMs`. */
const mostFiles = 30;
const mostBytes = 100_000_000;
const givenMs = 60 * 60 * 1000;
/** Messages of one batch. */
export const batch = 200;

/** One visitor at one bot. */
export interface Chat {
  channel: ChannelForDoor;
  visitor: string;
  lane: string;
}

/** What chats work with. */
export type ChatContext = Pick<Context, 'clock' | 'db' | 'keys' | 'media' | 'models'>;

/** What the web channel's HTTP door and its sockets share. */
export interface WebChats {
  channel(slug: string): Promise<ChannelForDoor | undefined>;
  bot(channel: ChannelForDoor): Promise<ChatBot>;
  /** The chat a token opens; undefined when it opens none here. */
  open(channel: ChannelForDoor, token: unknown): Chat | undefined;
  say(chat: Chat, body: unknown, language: string | undefined): Promise<SayAck>;
  /** Keeps a file that its visitor means to say something with. */
  take(chat: Chat, content: AsyncIterable<Buffer>, name: string): Promise<SentFile>;
  /** What followed a message, oldest first, at most `batch`. */
  after(chat: Chat, no: number): Promise<ChatMessage[]>;
  /** A row of the log as the chat page reads it, its file with a link. */
  present(chat: Chat, row: Omit<LaneMessage, 'body'> & { body: object }): ChatMessage;
}

/** Builds what the web channel's doors share. */
export function createWebChats(context: ChatContext, intake: Intake): WebChats {
  const { clock, db, keys } = context;
  const channel = briefly((slug: string) => findWebChannel(db.pool, slug));
  const faceOf = briefly((bot: string) => liveFace(db, bot));
  const chats: WebChats = {
    channel,
    async bot({ bot, botName, botPaused, paused }) {
      const face = await faceOf(bot);
      return {
        name: botName, colour: face?.colour ?? usualColour, language: face?.languages[0] ?? 'en', languages: face?.languages ?? ['en'],
        // Unpublished, it cannot answer either.
        paused: paused || botPaused || face === undefined, published: face !== undefined, takes: face?.takes ?? [],
      };
    },
    open(of, token) {
      const visitor = readVisitor(keys, of.id, token);
      return visitor === undefined ? undefined : { channel: of, visitor, lane: laneId(of.id, web.normalise(visitor)) };
    },
    async say({ channel: of, visitor, lane }, body, language) {
      const decoded = web.decode(body);
      if (!Array.isArray(decoded)) return { ok: false, code: 'malformed', message: decoded.fields.map(({ path, message }) => `${path}: ${message}`).join('; ').slice(0, 500) };
      const [said] = decoded;
      if (!said) return { ok: false, code: 'malformed', message: 'There is no message in it.' };
      if (of.paused) return { ok: false, code: 'unavailable', message: 'This chat is paused.' };
      const message = await withOwnFile(context, said.message, { bot: of.bot, lane });
      if (!message) return { ok: false, code: 'malformed', message: 'That file is not here any more. Choose it again.' };
      const receipt = await intake.receive({ id: said.id, message, from: { identifier: web.normalise(visitor), language, ...(isTestVisitor(visitor) && { test: true }) }, channel: of, limit: web.limit });
      if (receipt.ok) return { ok: true, no: receipt.turn };
      if (receipt.why === 'limited') return { ok: false, code: 'tooFast', message: 'Wait a moment, then write again.' };
      return { ok: false, code: 'unavailable', message: receipt.why === 'unpublished' ? 'This bot is not published yet.' : 'One moment.' };
    },
    async take({ channel: of, lane }, content, name) {
      if (of.paused) throw new Refusal('unavailable', 'This chat is paused.');
      const takes = (await faceOf(of.bot))?.takes ?? [];
      if (takes.length === 0) throw new Refusal('invalid', 'This bot takes no files.');
      const given = await mediaGiven(db.pool, { lane, since: new Date(clock.now().getTime() - givenMs) });
      if (given.files >= mostFiles || given.bytes >= mostBytes) throw new Refusal('tooMany', 'Too many files at once. Send the next one later.');
      const row = await takeFile(context, content, { bot: of.bot, lane, name, most: mostContactBytes });
      return { media: mediaOf(row), kind: row.kind };
    },
    after: async (chat, no) => (await messagesAfter(db.lanes, { lane: chat.lane, after: no, limit: batch })).map((row) => chats.present(chat, row)),
    present({ lane }, { no, at, turn, direction, body }) {
      const media = 'message' in body && typeof body.message === 'object' && body.message !== null && 'media' in body.message ? mediaSchema.parse(body.message.media) : undefined;
      const url = media && { url: mediaPath(keys, { id: media.id, now: clock.now(), ms: pageLinkMs }) };
      // Bodies are written by the turns in exactly this shape; `direction` says which.
      return { no, at: at.toISOString(), turn: `${lane}.${turn}`, direction, ...url, ...body } as ChatMessage;
    },
  };
  return chats;
}

/** The first language a client asks for. */
export function languageOf(header: string | undefined): string | undefined {
  const first = header?.split(',')[0]?.split(';')[0]?.trim();
  return first && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(first) ? first : undefined;
}
