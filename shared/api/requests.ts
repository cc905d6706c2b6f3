import * as z from 'zod';
import { maxText } from '../messages/incoming.ts';
import { httpMethods } from '../machine/httpRequest.ts';

const parts = z.array(z.union([z.string().max(maxText), z.object({ value: z.string().max(65_536), name: z.string().max(maxText), personal: z.boolean().optional() })])).max(500);
const named = z.array(z.object({ name: z.string().max(200), value: parts })).max(100);

/** One request of an http node with example values in it, to see what it gives. */
export const tryRequestBodySchema = z.object({
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
export type TryRequestBody = z.input<typeof tryRequestBodySchema>;

/** What came back: the answer without secrets, or the sentence the author reads. */
export const triedRequestSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true), status: z.number(), headers: z.record(z.string(), z.string()), ms: z.number(), bytes: z.number(),
    /** Whether `value` is JSON; else it is the body's text. */
    isJson: z.boolean(), value: z.json(),
  }),
  z.object({ ok: z.literal(false), error: z.string() }),
]).meta({ id: 'TriedRequest' });
export type TriedRequest = z.infer<typeof triedRequestSchema>;
