import { defineNode } from '../defineNode.ts';
import { oneLine } from '../fieldKinds.ts';
import { effectOf, outcomes, savedAs } from './effectOf.ts';
import { recordSchema } from './recordSchema.ts';

/** Keeps records that outlive a conversation: bookings, leads. */
export const record = defineNode({
  type: 'record',
  label: 'Record',
  group: 'connect',
  icon: 'database',
  doc: 'Finds, adds, changes or removes a record of the bot, such as a booking. Adding a key that is taken leaves by “Exists”.',
  schema: recordSchema,
  defaults: () => recordSchema.parse({}),
  exits: (data) => [
    ...outcomes[data.does].map(({ outcome, label }) => ({ id: outcome, label })),
    { id: 'failed', label: 'Failed', handledBySettings: 'error' },
  ],
  summary: (data) => oneLine(`${data.collection} ${data.key}`),
  compile(data, context) {
    const [first, second] = outcomes[data.does];
    const failed = context.exit('failed');
    const saved = context.variable(data.save);
    const set = saved ? { set: [{ variable: saved.name, value: { from: 'result' as const, path: savedAs(saved.type) } }] } : {};
    return {
      '': {
        entry: [effectOf(data, context)],
        wait: { for: 'result', meanwhile: 'hold' },
        on: {
          done: [
            { ...context.exit(second.outcome), guard: { is: 'outcome', outcome: second.outcome }, ...(!(second.recordless && saved?.type.kind === 'object') && set) },
            { ...context.exit(first.outcome), ...set },
          ],
          failed: [failed],
          unknown: [failed],
        },
        onError: failed,
      },
    };
  },
});
