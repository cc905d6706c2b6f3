import type { Work } from '@parley/db/laneRows';
import * as z from 'zod';
import { incomingSchema } from '@parley/shared/messages/incoming';

const result = z.union([
  z.object({ ok: z.literal(true), value: z.json() }),
  z.object({ ok: z.literal(false), outcome: z.enum(['failed', 'unknown']), error: z.string() }),
]);

/** What an inbox row holds, by type: what a contact said, or a control event. */
export const inboxEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    /** The provider's id. */
    id: z.string(),
    message: incomingSchema,
    from: z.object({ identifier: z.string(), name: z.string().optional(), language: z.string().optional(), zone: z.string().optional(), test: z.boolean().optional() }),
  }),
  /** The deadline of a wait. */
  z.object({ type: z.literal('timer'), session: z.number(), wait: z.number() }),
  /** What another system said about something it was asked for. */
  z.object({ type: z.literal('callback'), session: z.number(), wait: z.number(), called: z.object({ outcome: z.string(), values: z.record(z.string(), z.json()) }) }),
  /** What a deferred effect gave. */
  z.object({ type: z.literal('result'), session: z.number(), wait: z.number(), result }),
  /** Ends the session: by a person in the studio, or by our own guard. */
  z.object({ type: z.literal('stop') }),
  z.object({ type: z.literal('reset') }),
  /** The session goes over to another release, if it rests in a node that is the same there. */
  z.object({ type: z.literal('move'), release: z.string() }),
  /** A deferred effect, on a lane of its own; its result goes to the lane that asked. */
  z.object({
    type: z.literal('perform'),
    action: z.looseObject({ type: z.string() }),
    key: z.string(),
    contact: z.string().nullable(),
    /** The one the contact reads. */
    language: z.string().optional(),
    /** It was under way already when it got its lane: whoever finds it without its process cannot know how far it came. */
    begun: z.boolean().optional(),
    replyTo: z.object({ lane: z.string(), session: z.number(), wait: z.number() }),
  }),
]);
export type InboxEvent = z.infer<typeof inboxEventSchema>;

/** What a contact said, as its inbox row holds it. */
export type MessageEvent = Extract<InboxEvent, { type: 'message' }>;

/** An inbox row to work on with its event, read: by the door that it came in at, else from the row. */
export interface Row {
  work: Work;
  event: InboxEvent;
}
