import * as z from 'zod';
import { defineNode } from '../defineNode.ts';
import { duration, oneOf } from '../fieldKinds.ts';

const names = { language: 'Choose a language', reset: 'Start over', consent: 'Ask for consent' };

const schema = z.object({
  dialog: oneOf('Dialog', names, ['language', 'reset', 'consent']),
  timeout: duration('No answer after', { help: 'Empty: the flow’s setting for silence.' }),
});

/** Opens one of the dialogs that every bot has. */
export const dialog = defineNode({
  type: 'dialog',
  label: 'Dialog',
  group: 'talk',
  icon: 'language',
  doc: 'Opens a dialog that every bot has: choosing a language, starting over, or asking for consent.',
  schema,
  defaults: () => schema.parse({}),
  exits: (data) => [
    { id: 'done', label: data.dialog === 'consent' ? 'Agreed' : 'Done' },
    ...(data.dialog === 'consent' ? [{ id: 'declined', label: 'Declined' }] : []),
    { id: 'noAnswer', label: 'No answer', handledBySettings: 'silence' },
  ],
  summary: (data) => names[data.dialog],
  compile(data, context) {
    const timeout = data.timeout ? { after: data.timeout } : context.silence;
    return {
      '': {
        entry: [{ type: 'openDialog', dialog: data.dialog }],
        wait: { for: 'dialog', ...(timeout && { timeout }) },
        on: {
          dialogDone: [
            ...(data.dialog === 'consent' ? [{ ...context.exit('declined'), guard: { is: 'outcome' as const, outcome: 'declined' } }] : []),
            context.exit('done'),
          ],
          ...(timeout && { timeout: [context.exit('noAnswer')] }),
        },
      },
    };
  },
});
