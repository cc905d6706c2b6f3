import * as z from 'zod';
import { maxText } from '../messages/incoming.ts';
import { valueTypeSchema } from '../flow/document.ts';
import { httpMethods } from '../machine/httpRequest.ts';

const parts = z.array(z.union([z.string().max(maxText), z.object({ value: z.string().max(65_536), name: z.string().max(maxText), personal: z.boolean().optional() })])).max(500);
const named = z.array(z.object({ name: z.string().max(200), value: parts })).max(100);

/** What is taken from the body of a good answer, by name. */
export const picksSchema = z.array(z.object({ as: z.string().max(100), path: z.array(z.union([z.string().max(200), z.number().int().nonnegative()])).max(20), type: valueTypeSchema, optional: z.boolean() })).max(100);

/** A request with its values in it. */
export const sentRequestSchema = z.object({
  method: z.enum(httpMethods),
  url: parts,
  query: named,
  headers: named,
  credential: z.string().max(40).optional(),
  body: z.discriminatedUnion('as', [
    z.object({ as: z.literal('json'), json: z.record(z.string(), z.json()) }),
    z.object({ as: z.literal('form'), fields: named }),
    z.object({ as: z.literal('text'), text: parts, mime: z.string().max(100) }),
  ]).optional(),
  timeoutMs: z.number().min(1).max(30_000),
  maxBytes: z.number().int().min(1).max(1_048_576),
});

/** One request of an http node with example values in it, to see what it gives. */
export const tryRequestBodySchema = sentRequestSchema.extend({
  /** What the node makes of the answer: then the reply tells its result, too. */
  takes: z.object({
    ranges: z.array(z.object({ exit: z.string().max(40), from: z.number().int(), to: z.number().int() })).max(50),
    picks: picksSchema,
  }).optional(),
});
export type TryRequestBody = z.input<typeof tryRequestBodySchema>;

/** What came back: the answer without secrets, or the sentence the author reads. */
export const triedRequestSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true), status: z.number(), headers: z.record(z.string(), z.string()), ms: z.number(), bytes: z.number(),
    /** Whether `value` is JSON; else it is the body's text. */
    isJson: z.boolean(), value: z.json(),
    /** As the node gives it on, where that was asked for: its way out, and the values it takes. */
    result: z.object({ outcome: z.string(), status: z.number(), values: z.record(z.string(), z.json()) }).optional(),
    /** Why a value could not be taken. */
    untaken: z.string().optional(),
  }),
  z.object({ ok: z.literal(false), error: z.string() }),
]).meta({ id: 'TriedRequest' });
export type TriedRequest = z.infer<typeof triedRequestSchema>;
