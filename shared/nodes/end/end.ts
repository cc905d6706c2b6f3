import * as z from 'zod';
import { defineNode } from '../defineNode.ts';
import { oneLine, oneOf, spoken } from '../fieldKinds.ts';

const schema = z.object({
  text: spoken('Last words', { help: 'Optional.' }),
  outcome: oneOf('Ends as', { done: 'Done', failed: 'Failed', session: 'The whole conversation' }, ['done', 'failed', 'session'], {
    help: 'In a called flow: “Done” and “Failed” go on at the caller’s ways out, “The whole conversation” does not go back.',
  }),
});

/** Ends the conversation, or goes back to the flow that called. */
export const end = defineNode({
  type: 'end',
  label: 'End',
  group: 'ends',
  icon: 'flag-3',
  doc: 'Says last words and ends the conversation, or goes back to the flow that called this one.',
  schema,
  defaults: () => schema.parse({}),
  exits: () => [],
  summary: (data) => oneLine(data.text),
  compile: (data, context) => ({
    '': {
      ...(data.text && { entry: [{ type: 'send', message: { type: 'text', text: context.text('text') } }] }),
      final: true,
      ...(data.outcome !== 'done' && { outcome: data.outcome }),
    },
  }),
});
