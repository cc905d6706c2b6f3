import type { Action } from '@parley/shared/machine/action';
import type { Performer } from './perform.ts';

/** Sets the deadline of the current wait; stored with the turn. */
export const startTimer: Performer<Extract<Action, { type: 'startTimer' }>> = {
  class: 'turn',
  perform: (action, tools) => tools.startTimer(action.wait, action.dueAt),
};
