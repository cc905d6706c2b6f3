import * as z from 'zod';
import { field } from '../fields.ts';
import { defineNode } from '../defineNode.ts';
import type { StateDraft } from '../defineNode.ts';
import { childId, expression, variable } from '../fieldKinds.ts';

const schema = z.object({
  flow: field(z.string().max(40).default(''), { label: 'Flow', widget: 'subflow' }),
  args: field(z.record(childId, z.object({ value: expression('Value') })).default({}), { label: 'Gives', widget: 'arguments', help: 'What the called flow gets to know.' }),
  results: field(z.record(childId, z.object({ variable: variable('Variable') })).default({}), { label: 'Gets back', widget: 'results', help: 'Where its results are kept.' }),
});

/** Calls another flow of the bot and goes on when it ends. */
export const subflow = defineNode({
  type: 'subflow',
  label: 'Subflow',
  group: 'decide',
  icon: 'subtask',
  doc: 'Runs another flow of this bot, gives it values, and goes on with its results when it ends.',
  schema,
  defaults: () => schema.parse({}),
  exits: () => [{ id: 'done', label: 'Done' }, { id: 'failed', label: 'Failed', handledBySettings: 'error' }],
  summary: () => '',
  compile(data, context): Record<string, StateDraft> {
    const called = context.subflow(data.flow);
    if (!called) return { '': { always: [context.exit('failed')] } };
    const ids = Object.keys(called.variables);
    const args = ids.flatMap((id) => {
      const local = called.variables[id];
      const value = data.args[id]?.value;
      return local?.direction === 'in' && value ? [{ local: local.name, expression: context.expression(value, local.type) }] : [];
    });
    const results = ids.flatMap((id) => {
      const local = called.variables[id];
      const kept = context.variable(data.results[id]?.variable ?? '');
      return local?.direction === 'out' && kept ? [{ local: local.name, variable: kept.name }] : [];
    });
    return {
      '': {
        always: [{ call: { flow: data.flow, args, results, returnTo: context.state('done'), failedTo: context.state('failed') } }],
        onError: context.exit('failed'),
      },
      done: { always: [context.exit('done')] },
      failed: { always: [context.exit('failed')] },
    };
  },
});
