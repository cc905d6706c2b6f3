import * as z from 'zod';
import { idSchema } from './common.ts';
import { acceptedBatchSchema } from './flows.ts';
import { liveSchema } from './bots.ts';
import { threadSchema } from './comments.ts';

/*
 * The studio's socket: namespace `/studio`, auth `{ accessToken }`. A client joins the room of a flow or a bot and is told what
 * changes there; nothing is changed over it.
 *
 * client -> server  `join` (Room, ack: JoinAck) · `leave` (Room, ack) · `renew` ({ accessToken }, ack: JoinAck)
 *                   `point` (Point, volatile, at most `pointLimits.perSecond`; told to the others in the room of its flow and kept nowhere)
 * server -> client  `batch` (AcceptedBatch, rooms of its flow) · `people` (People, rooms of a flow) · `points` (Points, rooms of a flow, volatile)
 *                   `published` (PublishedEvent) · `session` (SessionMoved) · `thread` (ThreadEvent) · `flows` (FlowsEvent), rooms of their bot
 *                   `mentioned` (MentionedEvent, whoever was called)
 */

/** The rooms there are. */
export const roomSchema = z.object({ kind: z.enum(['flow', 'bot']), id: idSchema });
export type Room = z.infer<typeof roomSchema>;

export const renewSchema = z.object({ accessToken: z.string().max(4_000) });

/** Whether a client is in the room now, or why not. */
export type JoinAck = { ok: true } | { ok: false; code: 'malformed' | 'signedOut' | 'forbidden' | 'notFound' | 'tooMany'; message: string };

/** Who has a flow open, each account once. */
export const peopleSchema = z.object({ flowId: idSchema, people: z.array(z.object({ id: idSchema, name: z.string() })) });
export type People = z.infer<typeof peopleSchema>;

/** How often a pointer may be told, and how much of what is chosen. */
export const pointLimits = { perSecond: 25, things: 30, field: 240 } as const;

const coordinate = z.number().min(-10_000_000).max(10_000_000);
const spot = z.strictObject({ x: coordinate, y: coordinate });
const thing = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** What somebody does in a flow at this moment, whole each time: the last one counts. */
export const pointSchema = z.strictObject({
  flowId: z.uuid(),
  /** Where the pointer is, in canvas pixels; null = it rests, or is elsewhere. */
  at: spot.nullable(),
  /** Nodes and notes that are chosen. */
  chosen: z.array(thing).max(pointLimits.things),
  /** The field the keyboard is in: its form's owner (a node, or `settings`) and path. */
  field: z.string().max(pointLimits.field).nullable(),
  /** Cards under a drag, and where they are now. */
  moving: z.array(spot.extend({ id: thing })).max(pointLimits.things),
  /** The middle of what is seen, and how near. */
  seen: spot.extend({ zoom: z.number().min(0.01).max(10) }).nullable(),
});
export type Point = z.infer<typeof pointSchema>;

/** What others do in a flow: one entry a studio that is open, the person named by the server; null = it left the flow. */
export const pointsSchema = z.object({
  flowId: idSchema,
  points: z.array(z.object({ from: idSchema, by: z.object({ id: idSchema, name: z.string() }), point: pointSchema.nullable() })),
});
export type Points = z.infer<typeof pointsSchema>;

/** A thread as it is now; null = it was deleted. How far the hearer has read is not in it. */
export const threadEventSchema = z.object({ botId: idSchema, threadId: idSchema, thread: threadSchema.nullable() });
export type ThreadEvent = z.infer<typeof threadEventSchema>;

/** Somebody called the hearer in a comment. */
export const mentionedEventSchema = z.object({ botId: idSchema, threadId: idSchema, title: z.string(), by: z.string() });
export type MentionedEvent = z.infer<typeof mentionedEventSchema>;

/** A flow of the bot was made, renamed or deleted. */
export const flowsEventSchema = z.object({ botId: idSchema });
export type FlowsEvent = z.infer<typeof flowsEventSchema>;

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
  points: pointsSchema,
  thread: threadEventSchema,
  mentioned: mentionedEventSchema,
  flows: flowsEventSchema,
  published: publishedEventSchema,
  session: sessionMovedSchema,
} as const;
export type StudioEvents = { [Name in keyof typeof studioEvents]: z.infer<(typeof studioEvents)[Name]> };
