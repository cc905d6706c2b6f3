import type { Json } from '../lib/json.ts';
import type { Facts } from './types.ts';
import { Failure } from './failure.ts';

/** One evaluation under way. */
export interface Run {
  facts: Facts;
  values: (name: string) => Json | undefined;
  /** Items of the lists being gone through, by slot. */
  items: Json[];
  /** Work left: counted, never timed, so that an evaluation ends the same everywhere. */
  left: number;
}

/** Work one evaluation may do: about one per item of a list gone through and per 64 characters made. */
export const workLimit = 1_000_000;

/** Counts work done; fails the evaluation when none is left. */
export function spend(run: Run, work: number): void {
  run.left -= work;
  if (run.left < 0) throw new Failure('This expression does too much work on so much data.');
}
