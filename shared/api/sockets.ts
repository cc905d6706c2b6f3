import * as z from 'zod';
import { idSchema } from './common.ts';
import { acceptedBatchSchema } from './flows.ts';
import { liveSchema } from './bots.ts';

/*
 * The studio's socket: namespace `/studio`, auth `{ accessToken }`. A client joins the room of a flow or a bot and is told what
 * changes there; nothing is changed over it.
 *
 * client -> server  `join` (Room, ack: JoinAck) · `leave` (Room, ack) · `renew` ({ accessToken }, ack: JoinAck)
 * server -> client  `batch` (AcceptedBatch, rooms of its flow) · `people` (People, rooms of a flow)
 *                   `published` (PublishedEvent, rooms of its bot) · `session` (SessionMoved, rooms of its bot)
 */

/** The rooms there are. */
export const roomSchema = z.object({ kind: z.enum(['flow', 'bot']), id: idSchema });
export type Room = z.infer<typeof roomSchema>;

export const renewSchema = z.object({ accessToken: z.string().max(4_000) });

/** Whether a client is in the room now, or why not. */
export type JoinAck = { ok: true } | { ok: false; code: 'malformed' | 'signedOut' | 'forbidden' | 'notFound'; message: string };

/** Who has a flow open, each account once. */
export const peopleSchema = z.object({ flowId: idSchema, people: z.array(z.object({ id: idSchema, name: z.string() })) });
export type People = z.infer<typeof peopleSchema>;

/** The release new conversations now start on. */
export const publishedEventSchema = z.object({ botId: idSchema, live: liveSchema.nullable() });
export type PublishedEvent = z.infer<typeof publishedEventSchema>;

/** A conversation went on: it rests somewhere else, or ended. */
export const sessionMovedSchema = z.object({
  botId: idSchema,
  sessionId: idSchema,
  /** Missing when the turn ran in another process. */
  at: z.object({ flow: z.string(), node: z.string() }).nullable().optional(),
});
export type SessionMoved = z.infer<typeof sessionMovedSchema>;

/** Events from the server by name, each with the shape of what it carries. */
export const studioEvents = {
  batch: acceptedBatchSchema,
  people: peopleSchema,
  published: publishedEventSchema,
  session: sessionMovedSchema,
} as const;
export type StudioEvents = { [Name in keyof typeof studioEvents]: z.infer<(typeof studioEvents)[Name]> };
