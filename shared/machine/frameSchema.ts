import * as z from 'zod';
import type { Frame } from './snapshot.ts';

const json = z.record(z.string(), z.json());

/** One position of a session, read where it comes from outside: from a file, a request, a test. */
export const frameSchema: z.ZodType<Frame, Frame> = z.strictObject({
  flow: z.string().max(100),
  at: z.string().max(200),
  locals: json,
  cursors: z.record(z.string(), z.strictObject({ list: z.array(z.json()).max(1_000), index: z.number().int().min(-1) })),
  counters: z.record(z.string(), z.number()),
  forms: z.record(z.string(), z.strictObject({ steps: z.literal(true).optional(), given: json, values: json, passed: z.array(z.string()), errors: z.array(z.string()) })).optional(),
  shortcut: z.literal(true).optional(),
  call: z.strictObject({ returnTo: z.string(), failedTo: z.string().optional(), results: z.array(z.strictObject({ variable: z.string(), local: z.string() })) }).optional(),
});
