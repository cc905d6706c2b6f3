import * as z from 'zod';
import type { FileKind } from '../messages/files.ts';
import { incomingSchema } from '../messages/incoming.ts';
import type { Outgoing } from '../messages/outgoing.ts';
import type { Incoming } from '../messages/incoming.ts';

/*
 * The web channel as the chat page speaks it. The log is the delivery: a page says which message it saw last (`after`) and is
 * given what followed, once and in order, over the socket or, where sockets do not get through, over HTTP.
 *
 * GET  /channels/web/:slug                       -> ChatBot (no token needed)
 * POST /channels/web/:slug/visitors              -> { visitor } a bearer token that is the contact's identity on this bot
 * GET  /channels/web/:slug/messages?after=&wait= -> { items: ChatMessage[] } (wait=1: held up to 25 s until there is one)
 * POST /channels/web/:slug/messages  Say         -> 202 { no } the acknowledged message's number; repeated id: the same
 * POST /channels/web/:slug/media?name=  a file   -> 201 SentFile, to be said in a message
 * The last three with `Authorization: Bearer <visitor>`.
 *
 * Socket.io namespace `/chat`, auth `{ slug, visitor, after }`:
 * client -> server  `say` (Say, ack: SayAck), `stop` (the turn of a StreamFrame: its answer is cut short, the session goes on)
 * server -> client  `messages` ({ items: ChatMessage[] }), `frame` (StreamFrame), `working` ({ on: boolean })
 */

/** What the page needs to know of the bot before anything is said. */
export interface ChatBot {
  name: string;
  /** `#rrggbb` the author chose; the page adjusts it to a contrast of 4.5. */
  colour: string;
  language: string;
  languages: string[];
  /** It hears nobody now; nothing said is lost. */
  paused: boolean;
  /** False before the first release. */
  published: boolean;
  /** The kinds of files that some question of it takes. */
  takes: FileKind[];
}

/** One thing the visitor says. `id` is made by the page and dedupes repeats. */
export const saySchema = z.object({ id: z.string().min(8).max(64), message: incomingSchema });
export type Say = z.infer<typeof saySchema>;

/** The answer to `say`: the message's number in the conversation's log, or why it was not taken. */
export type SayAck = { ok: true; no: number } | { ok: false; code: 'malformed' | 'tooLarge' | 'tooFast' | 'signedOut' | 'unavailable'; message: string };

/** Query of the message list. */
export const messagesQuerySchema = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  wait: z.enum(['0', '1']).default('0'),
});

/** One row of the conversation's log, both directions, numbered from 1 without order ever changing. */
export type ChatMessage = {
  no: number;
  at: string;
  turn: string;
  /** Where its file is, for a day. */
  url?: string;
} & (
  | { direction: 'in'; id: string; message: Incoming }
  /** `language` gives the text's direction; `error` marks the apology for a turn that failed. */
  | { direction: 'out'; message: Outgoing; language: string; error?: boolean }
);

/** A piece of an answer while it is being made. A newer attempt clears what older ones showed; the committed message replaces all. */
export interface StreamFrame {
  turn: string;
  action: number;
  attempt: number;
  seq: number;
  text: string;
}
