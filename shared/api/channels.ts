import * as z from 'zod';
import { channelTypes } from '../flow/document.ts';
import { idSchema, listOf, timeSchema } from './common.ts';

const callbackUrl = z.url({ protocol: /^https?$/ }).max(2_000);
const origin = z.string().regex(/^https?:\/\/[^/\s?#]+$/, 'An origin is such as https://example.org, without a path');

/** A way to reach a bot. Secrets are never shown again. */
export const channelSchema = z.object({
  id: idSchema,
  type: z.enum(channelTypes),
  /** Nothing is taken in, and nothing is sent: that waits. */
  paused: z.boolean(),
  /** rest: where answers are sent; null = only `?wait=1`. */
  callbackUrl: z.string().nullable(),
  /** web: pages that may embed the chat; empty = any. */
  origins: z.array(z.string()),
  madeAt: timeSchema,
}).meta({ id: 'Channel' });
export type Channel = z.infer<typeof channelSchema>;

export const channelListSchema = listOf(channelSchema).meta({ id: 'ChannelList' });

export const createChannelBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rest'), callbackUrl: callbackUrl.optional() }),
  z.object({ type: z.literal('web'), origins: z.array(origin).max(50).optional() }),
]);
export type CreateChannelBody = z.input<typeof createChannelBodySchema>;

/** What is told once: the token in a rest channel's address and the secret its callbacks are signed with. */
export const createdChannelSchema = channelSchema.extend({
  token: z.string().optional(),
  callbackSecret: z.string().optional(),
}).meta({ id: 'CreatedChannel' });
export type CreatedChannel = z.infer<typeof createdChannelSchema>;

export const changeChannelBodySchema = z.object({
  paused: z.boolean().optional(),
  callbackUrl: callbackUrl.nullable().optional(),
  origins: z.array(origin).max(50).optional(),
});
export type ChangeChannelBody = z.input<typeof changeChannelBodySchema>;

/** The token by which an author tries the web chat of a bot: a contact that is marked as a test, and goes over to each new version. */
export const testVisitorSchema = z.object({ visitor: z.string() }).meta({ id: 'TestVisitor' });
