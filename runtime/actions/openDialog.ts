import type { Action } from '@parley/shared/machine/action';
import type { Performer } from './perform.ts';

/** Opens a dialog, which hears the contact's messages until it is done. */
export const openDialog: Performer<Extract<Action, { type: 'openDialog' }>> = {
  class: 'turn',
  perform: (action, tools) => tools.openDialog(action.dialog, action.wait),
};
