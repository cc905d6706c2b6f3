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

const told = {
  ms: z.number().min(0).optional().describe('What the program itself took; unset when it never ran.'),
  log: z.array(z.string()).optional().describe('What it wrote to its console.'),
};

export const ranCodeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.json(), ...told }),
  z.object({ ok: z.literal(false), error: z.string(), line: z.int().min(1).optional().describe('The line of the program the error is about.'), ...told }),
]).meta({ id: 'RanCode' });
export type RanCode = z.infer<typeof ranCodeSchema>;
