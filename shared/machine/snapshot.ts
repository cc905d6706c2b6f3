import type { Json } from '../lib/json.ts';
import type { CalledBack } from './callback.ts';
import type { FormDraft } from './form.ts';
import type { Call, StateId, ToolCall } from './machine.ts';
import type { ToolStep } from './modelCall.ts';

/** One position: the main flow's at the bottom, called subflows and shortcuts above it. At most 16. */
export interface Frame {
  flow: string;
  at: StateId;
  /** Values of a subflow's own variables, only those set. Empty in the main flow, whose variables are the snapshot's. */
  locals: Record<string, Json>;
  /** Loops under way: the copied list and the place in it (-1 = before the first). */
  cursors: Record<string, { list: Json[]; index: number }>;
  counters: Record<string, number>;
  /** Forms being filled in, by name. */
  forms?: Record<string, FormDraft>;
  /** Calls of flows that models made for answers under way, by the exchange's name. */
  exchanges?: Record<string, ToolStep[]>;
  /** Set on a frame pushed by a shortcut: on return the interrupted state is entered again, or rested in again where `rests` says so. */
  shortcut?: true;
  rests?: Rests;
  /** Set on a frame pushed by a call: where its caller goes on, and what it gives back. */
  call?: Pick<Call, 'returnTo' | 'failedTo' | 'results'> & { tool?: ToolCall & Pick<ToolStep, 'arguments'> };
}

/**
 * The wait for another system or for a moment that a frame is in. A shortcut may come between without ending it: what comes meanwhile is kept
 * and taken when the contact is back, and the wait then has a new id besides the one it began with.
 */
export interface Rests {
  /** The id it began with: callbacks and deadlines bear it. */
  wait: number;
  /** When it is over by itself. */
  dueAt?: string;
  /** A dialog that the contact asked for is open. */
  asks?: true;
  came?: { type: 'callback'; called: CalledBack } | { type: 'timer' };
}

/** All a session needs to go on: plain JSON. No frames = the session is over. */
export interface Snapshot {
  v: 1;
  frames: Frame[];
  /** Values of the main flow's variables, only those set. */
  variables: Record<string, Json>;
  /** Bumped on entering a wait; the id of the current wait. */
  seq: number;
}

/** Caps on what one session may hold and do between two waits (DESIGN section 5). Counted, never timed. */
export const limits = {
  frames: 16,
  listItems: 1_000,
  visitsPerState: 1_000,
  steps: 50_000,
  variablesBytes: 65_536,
  cursorsBytes: 262_144,
  snapshotBytes: 409_600,
} as const;
