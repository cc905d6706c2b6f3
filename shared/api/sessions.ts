import * as z from 'zod';
import { channelTypes } from '../flow/document.ts';
import { frameSchema } from '../machine/frameSchema.ts';
import { idSchema, listOf, pageQuerySchema, timeSchema } from './common.ts';
import { incomingMessageSchema, outgoingSchema } from './messages.ts';

/** One conversation of a contact on one release, from its first message to its end. */
export const sessionSchema = z.object({
  id: idSchema,
  botId: idSchema,
  channel: z.object({ id: idSchema, type: z.enum(channelTypes) }).nullable(),
  contact: z.object({ id: idSchema, name: z.string(), language: z.string().nullable(), test: z.boolean() }).nullable(),
  release: z.object({ id: idSchema, no: z.number().int() }).nullable(),
  status: z.enum(['open', 'ended']),
  startedAt: timeSchema,
  lastAt: timeSchema,
  turns: z.number().int(),
  /** Where it rests; null once it has ended. */
  at: z.object({ flow: z.string(), node: z.string(), state: z.string() }).nullable(),
  /** The first words of the last message, empty when it has none. */
  preview: z.string(),
  /** Whether its last turn failed. */
  failed: z.boolean(),
}).meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

export const sessionListSchema = listOf(sessionSchema).meta({ id: 'SessionList' });
export type SessionList = z.infer<typeof sessionListSchema>;

export const sessionQuerySchema = pageQuerySchema.extend({
  status: z.enum(['open', 'ended', 'failed']).optional(),
  release: z.string().max(80).optional(),
});

/** A message of the transcript, both directions, in the order of `no`. */
export const transcriptMessageSchema = z.discriminatedUnion('direction', [
  z.object({ direction: z.literal('in'), no: z.number().int(), at: timeSchema, turn: z.string(), message: incomingMessageSchema }),
  z.object({ direction: z.literal('out'), no: z.number().int(), at: timeSchema, turn: z.string(), message: outgoingSchema, language: z.string(), error: z.boolean() }),
]).meta({ id: 'TranscriptMessage' });
export type TranscriptMessage = z.infer<typeof transcriptMessageSchema>;

/** A variable as it stands. A personal value is null and `hidden` for whoever may not see it. */
export const variableValueSchema = z.object({
  name: z.string(),
  type: z.string(),
  value: z.json(),
  set: z.boolean(),
  personal: z.boolean(),
  hidden: z.boolean(),
}).meta({ id: 'VariableValue' });
export type VariableValue = z.infer<typeof variableValueSchema>;

/** A session with its position, its variables and its newest messages. */
export const sessionDetailSchema = sessionSchema.extend({
  /** From the main flow down to the called subflow in which it rests. */
  frames: z.array(z.object({ flow: z.string(), node: z.string(), state: z.string() })),
  /** The state of the innermost frame; null once it has ended. */
  state: z.string().nullable(),
  variables: z.array(variableValueSchema),
  /** The newest 200 messages, oldest first. */
  transcript: z.array(transcriptMessageSchema),
}).meta({ id: 'SessionDetail' });
export type SessionDetail = z.infer<typeof sessionDetailSchema>;

/** One turn: what came in, what the machine did, how long each stage took. */
export const turnSchema = z.object({
  id: idSchema,
  no: z.number().int(),
  at: timeSchema,
  /** What began it: the type of the message, or timer, result, reset, move ... */
  kind: z.string(),
  /** How it ended; `setAside` = given up: it failed three times, or twelve processes ended while they worked on it. */
  outcome: z.enum(['done', 'failed', 'setAside']),
  error: z.string().nullable(),
  attempts: z.number().int(),
  ms: z.number(),
  stages: z.array(z.object({ stage: z.string(), ms: z.number() })),
  /** What the engine did, in order (`TraceStep`), personal values hidden for whoever may not see them. */
  steps: z.array(z.record(z.string(), z.json())),
  /** Drawn edges taken, in order: the lit path. */
  path: z.array(z.object({ flow: z.string(), edge: z.string() })),
  effects: z.array(z.object({ type: z.string(), outcome: z.string(), ms: z.number(), error: z.string().nullable(), tells: z.string().optional() })),
  messages: z.array(z.number().int()),
}).meta({ id: 'Turn' });
export type Turn = z.infer<typeof turnSchema>;

/** A conversation as it stood after one turn: all that a simulator needs to go on from there. */
export const turnSnapshotSchema = z.object({
  /** The turn's number, and when it was. */
  no: z.number().int(),
  at: timeSchema,
  release: z.object({ id: idSchema, no: z.number().int() }).nullable(),
  channel: z.enum(channelTypes).nullable(),
  contact: z.object({ id: idSchema, name: z.string(), language: z.string().nullable(), zone: z.string().nullable() }).nullable(),
  /** Null when nothing was kept; without frames when the conversation was over. */
  snapshot: z.object({ v: z.literal(1), frames: z.array(frameSchema), variables: z.record(z.string(), z.json()), seq: z.number().int() }).nullable(),
  /** Names of personal values that were left out, because whoever asks may not see them. */
  hidden: z.array(z.string()),
  /** Of those that are there. */
  personal: z.array(z.string()),
  /** The last message of the transcript that had been said by then. */
  message: z.number().int(),
}).meta({ id: 'TurnSnapshot' });
export type TurnSnapshot = z.infer<typeof turnSnapshotSchema>;

export const turnListSchema = listOf(turnSchema).meta({ id: 'TurnList' });
