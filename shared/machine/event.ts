import type { Facts } from '../expressions/types.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { ActionResult } from './action.ts';

/** What can be told to a machine. Everything that answers a wait carries the id of that wait. */
export type MachineEvent = { facts: Facts } & (
  /** Begins a session. `message` is there when its first words are already an answer to a keyword. */
  | { type: 'start' }
  | { type: 'message'; message: Incoming }
  | { type: 'result'; wait: number; result: ActionResult }
  | { type: 'timer'; wait: number }
  | { type: 'dialogDone'; wait: number; dialog: string; value: string }
);
