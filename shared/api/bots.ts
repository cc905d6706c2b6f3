import * as z from 'zod';
import { channelTypes } from '../flow/document.ts';
import { idSchema, listOf, nameSchema, timeSchema } from './common.ts';

/** The release new conversations start on. */
export const liveSchema = z.object({ release: idSchema, no: z.number().int(), at: timeSchema });

/** A conversational service. */
export const botSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  /** Its main flow. */
  flowId: idSchema,
  paused: z.boolean(),
  retentionDays: z.number().int(),
  /** null = nothing published yet. */
  live: liveSchema.nullable(),
  /** Whether the draft differs from what is live. */
  changed: z.boolean(),
  openSessions: z.number().int(),
  channels: z.array(z.enum(channelTypes)),
  madeAt: timeSchema,
  changedAt: timeSchema,
}).meta({ id: 'Bot' });
export type Bot = z.infer<typeof botSchema>;

/** People whose conversations rest in a node, on whichever version. */
export const waitingListSchema = z.object({ items: z.array(z.object({ flow: z.string(), node: z.string(), people: z.number().int() })) }).meta({ id: 'WaitingList' });

export const botListSchema = listOf(botSchema).meta({ id: 'BotList' });

export const createBotBodySchema = z.object({
  name: nameSchema,
  /** Languages of the main flow, the default first. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)).min(1).max(50).optional(),
  /** A bot of the gallery to begin with, in its own languages. */
  template: z.string().max(40).optional(),
  /** The time zone its hours are told by, as the maker's device calls it; UTC where it is not known here. */
  zone: z.string().max(60).optional(),
});
export type CreateBotBody = z.input<typeof createBotBodySchema>;

export const changeBotBodySchema = z.object({
  name: nameSchema.optional(),
  paused: z.boolean().optional(),
  /** Days for which turns and messages are kept. */
  retentionDays: z.number().int().min(1).max(3650).optional(),
});
export type ChangeBotBody = z.input<typeof changeBotBodySchema>;
