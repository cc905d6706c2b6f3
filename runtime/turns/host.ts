import * as z from 'zod';
import { incomingSchema } from '@parley/shared/messages/incoming';

/** A dialog that hears the contact's messages now. */
const openDialogSchema = z.object({
  name: z.enum(['language', 'reset', 'consent']),
  page: z.number(),
  /** The machine's wait when it was opened; null = the session has not started yet. */
  wait: z.number().nullable(),
  /** What the contact opened with, to begin the session with afterwards. */
  opening: incomingSchema.optional(),
});
export type OpenDialog = z.infer<typeof openDialogSchema>;

const hostSchema = z.object({
  /** Goes along to the contact's next session. */
  contact: z.object({
    identifier: z.string().default(''),
    name: z.string().default(''),
    /** The language they chose. */
    language: z.string().optional(),
    zone: z.string().optional(),
    consentedAt: z.string().optional(),
    /** Waits counted so far, so that buttons of earlier sessions stay late. */
    seq: z.number().default(0),
  }).prefault({}),
  session: z.object({
    dialog: openDialogSchema.optional(),
    /** The deadline of the current wait. */
    timer: z.object({ wait: z.number(), dueAt: z.string() }).optional(),
    /** The same words again and again, from something that answers itself. */
    echo: z.object({ text: z.string(), count: z.number(), at: z.string() }).optional(),
  }).prefault({}),
});

/** What the host keeps of a session beside the machine's snapshot. */
export type Host = z.infer<typeof hostSchema>;

/** Reads what was stored; a fresh one when nothing was. */
export function readHost(stored: unknown): Host {
  return hostSchema.parse(stored);
}
