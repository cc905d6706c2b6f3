import * as z from 'zod';
import type { Frame } from './snapshot.ts';

const json = z.record(z.string(), z.json());
const names = z.array(z.string().max(200)).max(200);

/** A call that a model made of a flow, and what that gave. */
const toolStepSchema = z.strictObject({ tool: z.string().max(100), arguments: json, result: json.nullable() });

/** One position of a session, read where it comes from outside: from a file, a request, a test. */
export const frameSchema: z.ZodType<Frame, Frame> = z.strictObject({
  flow: z.string().max(100),
  at: z.string().max(200),
  locals: json,
  cursors: z.record(z.string(), z.strictObject({ list: z.array(z.json()).max(1_000), index: z.number().int().min(-1) })),
  counters: z.record(z.string(), z.number()),
  forms: z.record(z.string(), z.strictObject({ steps: z.literal(true).optional(), given: json, values: json, passed: z.array(z.string()), errors: z.array(z.string()) })).optional(),
  exchanges: z.record(z.string(), z.array(toolStepSchema).max(100)).optional(),
  shortcut: z.literal(true).optional(),
  rests: z.strictObject({
    wait: z.number().int(), dueAt: z.string().optional(), asks: z.literal(true).optional(),
    came: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('callback'), called: z.strictObject({ outcome: z.string(), values: json }) }), z.strictObject({ type: z.literal('timer') })]).optional(),
  }).optional(),
  call: z.strictObject({ returnTo: z.string(), failedTo: z.string().optional(), results: z.array(z.strictObject({ variable: z.string(), local: z.string() })), tool: z.strictObject({ exchange: z.string(), id: z.string(), takes: names, gives: names, arguments: json }).optional() }).optional(),
});
