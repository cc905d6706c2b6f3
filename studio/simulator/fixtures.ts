import type { Json, JsonObject } from '@parley/shared/lib/json';
import * as z from 'zod';
import type { OutsideAnswer } from './host/talk.ts';

/** What another system always answers in the simulator of a bot. */
export interface Fixture {
  answer: OutsideAnswer;
  /** It came from a real call: when, and what that took, in words. */
  recorded?: { at: string; told: string };
}

/** By `keyOf` the place that asks. */
export type Fixtures = Readonly<Record<string, Fixture>>;

const json: z.ZodType<Json> = z.json();
const values: z.ZodType<JsonObject> = z.record(z.string(), json);
const fixturesSchema = z.record(z.string(), z.object({
  answer: z.discriminatedUnion('type', [
    z.object({ type: z.literal('result'), result: z.union([z.object({ ok: z.literal(true), value: json }), z.object({ ok: z.literal(false), outcome: z.enum(['failed', 'unknown']), error: z.string() })]) }),
    z.object({ type: z.literal('callback'), code: z.string(), values }),
  ]),
  recorded: z.object({ at: z.string(), told: z.string() }).optional(),
}));

const nameOf = (main: string): string => `parley.simulator.answers.${main}`;

/** What other systems always answer in this bot, kept on this device from run to run; what cannot be read counts as nothing. */
export function readFixtures(main: string): Fixtures {
  try {
    return fixturesSchema.safeParse(JSON.parse(globalThis.localStorage.getItem(nameOf(main)) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

/** Keeps them on this device. */
export function keepFixtures(main: string, fixtures: Fixtures): void {
  try {
    if (Object.keys(fixtures).length === 0) globalThis.localStorage.removeItem(nameOf(main));
    else globalThis.localStorage.setItem(nameOf(main), JSON.stringify(fixtures));
  } catch {
    // A browser that keeps nothing asks again after the page has gone.
  }
}
