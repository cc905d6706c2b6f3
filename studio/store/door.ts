import type { AcceptedBatch, Draft, Stale } from '@parley/shared/api/flows';
import type { Batch } from '@parley/shared/flow/batch';

/**
 * What became of a batch that was sent: accepted; late (the drawing as it is now comes with it); refused for good; no connection; or
 * nothing of mine is taken any more: I am signed out, may not edit, or the flow is gone.
 */
export type Sent =
  | { kind: 'accepted'; accepted: AcceptedBatch }
  | { kind: 'late'; stale: Stale }
  | { kind: 'refused'; message: string }
  | { kind: 'offline' }
  | { kind: 'halted'; why: Halt };

/** Why nothing is taken any more. */
export type Halt = 'signedOut' | 'forbidden' | 'gone';

/** How a drawing reaches the server. The only place the store knows of an outside. */
export interface FlowDoor {
  load(flow: string): Promise<Draft>;
  /** Never throws: what can go wrong is part of the answer. */
  send(flow: string, batch: Batch): Promise<Sent>;
  /** Batches after a revision, oldest first. */
  since(flow: string, revision: number): Promise<AcceptedBatch[]>;
}

/** Where batches wait that the server does not have yet: on this device, across reloads. */
export interface BatchKeep {
  read(flow: string): Promise<Batch[]>;
  write(flow: string, batches: readonly Batch[]): Promise<void>;
}
