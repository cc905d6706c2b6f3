import type { Action } from '@parley/shared/machine/action';
import type { Performer } from './perform.ts';

/** Says something; it goes out when the turn is committed. */
export const send: Performer<Extract<Action, { type: 'send' }>> = {
  class: 'turn',
  perform: (action, tools) => tools.say(action.message),
};
