import * as z from 'zod';
import { valueTypeSchema } from '../flow/document.ts';
import { idSchema, timeSchema } from './common.ts';
import { picksSchema, sentRequestSchema } from './requests.ts';

/** A callback as it is awaited in the simulator, to be tried out with the system that calls it. */
export const tryCallbackBodySchema = z.object({
  /** Where in the drawing it is awaited. */
  flow: z.uuid(),
  node: z.string().min(1).max(40),
  contract: z.object({
    codes: z.array(z.object({ code: z.string().max(100), label: z.string().max(200) })).max(20),
    outputs: z.array(z.object({ name: z.string().max(40), type: valueTypeSchema, required: z.literal(true).optional() })).max(20),
  }),
  inputs: z.record(z.string().max(40), z.json()),
  /** How the other system is told the address; unset = somebody takes it there. */
  announce: z.object({
    request: sentRequestSchema.extend({ keyHeader: z.string().max(200).optional(), picks: picksSchema }),
    addressIn: z.array(z.array(z.string().max(200)).max(20)).max(50),
  }).optional(),
});
export type TryCallbackBody = z.input<typeof tryCallbackBodySchema>;

/** A real address that can be called back once, or the sentence the author reads. */
export const triedCallbackSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true), id: idSchema, address: z.url(), expiresAt: timeSchema,
    /** What the flow takes from the other system's answer, by name. */
    values: z.record(z.string(), z.json()),
    /** What telling it took; unset = nobody was told. */
    told: z.object({ status: z.number(), ms: z.number(), bytes: z.number() }).optional(),
  }),
  z.object({ ok: z.literal(false), error: z.string() }),
]).meta({ id: 'TriedCallback' });
export type TriedCallback = z.infer<typeof triedCallbackSchema>;

/** How long an answer may be waited for, in seconds. */
export const trialQuerySchema = z.object({ wait: z.coerce.number().int().min(0).max(20).default(0) });

/** What became of the address; `over` = its time has run out or its author has gone on. */
export const callbackTrialSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('called'), code: z.string(), values: z.record(z.string(), z.json()), seconds: z.number() }),
  z.object({ state: z.literal('over') }),
]).meta({ id: 'CallbackTrial' });
export type CallbackTrial = z.infer<typeof callbackTrialSchema>;
