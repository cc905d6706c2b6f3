import * as z from 'zod';
import type { Json } from '../lib/json.ts';

const step = z.string().min(1).max(200).refine((key) => key !== '__proto__', 'This name cannot be used');
const path = z.array(step).min(1, 'A path names at least one key').max(16);

/** One change of a document, by path; see `Op`. */
export const opSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), path, value: z.json(), base: z.json() }),
  z.strictObject({ op: z.literal('add'), path, value: z.json() }),
  z.strictObject({ op: z.literal('remove'), path, hash: z.string().length(64) }),
]);

/** Changes made by one gesture, applied together or not at all; one batch is one revision and one line of undo. */
export const batchSchema = z.strictObject({
  /** Chosen by the client, so that a repeated request is known. */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  /** What the person did, in words: "Move 3 nodes". Shown in the history. */
  gesture: z.string().min(1).max(120),
  ops: z.array(opSchema).min(1).max(20_000),
});

/** What a batch leaves in the history besides its ops. */
export type BatchName = Pick<Batch, 'id' | 'gesture'>;

/**
 * One change. `set` replaces what stands at `path`, which must still be `base`; `add` puts something where nothing is; `remove`
 * takes away what still has `hash` (`hashValue`). Arrays and texts are replaced whole: a path never goes into one.
 */
export type Op =
  | { op: 'set'; path: string[]; value: Json; base: Json }
  | { op: 'add'; path: string[]; value: Json }
  | { op: 'remove'; path: string[]; hash: string };

export interface Batch {
  id: string;
  gesture: string;
  ops: Op[];
}

/** Why a batch was not applied: the first op that could not be, and what stands there now. */
export interface Refusal {
  /** Index in the batch's ops. */
  op: number;
  path: string[];
  /** stale = somebody changed it; gone = it, or what holds it, is no longer there; exists = something is there already. */
  reason: 'stale' | 'gone' | 'exists';
  /** What stands there now; undefined when nothing does. */
  current: Json | undefined;
  /** One plain sentence for the person whose change it was. */
  message: string;
}
