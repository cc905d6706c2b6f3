import type { Facts } from '../expressions/types.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { ActionResult } from './action.ts';
import type { CalledBack } from './callback.ts';

/** What can be told to a machine. Everything that answers a wait carries the id of that wait. */
export type MachineEvent = { facts: Facts } & (
  /**
   * Begins a session. `message` is what the contact opened with: it only starts the session, unless the machine comes to rest
   * in its entry state (a start node with keywords), which is then answered with it at once (with `{type: 'start'}` without one).
   */
  | { type: 'start'; message?: Incoming }
  | { type: 'message'; message: Incoming }
  | { type: 'result'; wait: number; result: ActionResult }
  | { type: 'callback'; wait: number; called: CalledBack }
  | { type: 'timer'; wait: number }
  | { type: 'dialogDone'; wait: number; dialog: string; value: string }
);
