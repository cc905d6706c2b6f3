import * as z from 'zod';
import { incomingSchema, mediaSchema } from '../messages/incoming.ts';
import type { Outgoing } from '../messages/outgoing.ts';

/** What a bot said, as it is stored and shown. */
export const outgoingSchema: z.ZodType<Outgoing> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), header: z.string().optional(), footer: z.string().optional() }),
  z.object({ type: z.enum(['image', 'video', 'document']), media: mediaSchema, caption: z.string().optional() }),
  z.object({ type: z.literal('audio'), media: mediaSchema }),
  z.object({
    type: z.literal('choices'),
    body: z.string(),
    header: z.string().optional(),
    footer: z.string().optional(),
    options: z.array(z.object({ id: z.string(), label: z.string(), note: z.string().optional() })),
    wait: z.number().int(),
  }),
  z.object({ type: z.literal('typing') }),
]).meta({ id: 'OutgoingMessage' });

/** What a contact said, as it is stored and shown. */
export const incomingMessageSchema = incomingSchema.meta({ id: 'IncomingMessage' });
