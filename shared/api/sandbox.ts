import * as z from 'zod';
import { flowLimits } from '../flow/document.ts';

/** Runs one code node for the simulator, in the same sandbox as a real turn. */
export const runCodeBodySchema = z.object({
  code: z.string().max(flowLimits.code),
  input: z.record(z.string().max(100), z.json()),
  now: z.iso.datetime(),
  seed: z.number().int().min(0).max(4_294_967_295),
  timeoutMs: z.number().int().min(10).max(10_000).optional(),
});
export type RunCodeBody = z.input<typeof runCodeBodySchema>;

export const ranCodeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.json() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]).meta({ id: 'RanCode' });
export type RanCode = z.infer<typeof ranCodeSchema>;
