import * as z from 'zod';
import type { ValueType } from '../../expressions/types.ts';
import type { Assignment } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import { expression, oneLine, toggle, variable } from '../fieldKinds.ts';

const schema = z.object({
  list: expression('List', { help: 'Gone through as it is at the beginning, at most 1,000 items.' }),
  item: variable('Item', { holds: { resultOf: 'list', item: true }, help: 'Holds the item of each round.' }),
  index: variable('Place', { holds: { type: { kind: 'number' } }, help: 'Holds the place of the item; the first is 0.' }),
  errorExit: toggle('Own way out for errors', false, { advanced: true, help: 'When the list cannot be computed. Off: the flow’s error text.' }),
});

/** Goes through a list. */
export const loop = defineNode({
  type: 'loop',
  label: 'Loop',
  group: 'decide',
  icon: 'repeat',
  doc: 'Takes “Each” once for every item of a list, then “Done”. Draw the last node of a round back to the loop.',
  schema,
  defaults: () => schema.parse({}),
  exits: (data) => [{ id: 'each', label: 'Each' }, { id: 'done', label: 'Done' }, ...(data.errorExit ? [{ id: 'failed', label: 'Failed' }] : [])],
  back: { exit: 'each', part: 'next' },
  summary: (data) => oneLine(data.list),
  compile(data, context) {
    const id = context.state();
    const item = context.variable(data.item);
    const index = context.variable(data.index);
    const list: ValueType = item ? { kind: 'list', of: item.type } : context.typeOf(data.list) ?? { kind: 'list', of: { kind: 'text' } };
    const set: Assignment[] = [
      ...(item ? [{ variable: item.name, value: { from: 'item' as const, loop: id } }] : []),
      ...(index ? [{ variable: index.name, value: { from: 'index' as const, loop: id } }] : []),
    ];
    const failed = data.errorExit ? { onError: context.exit('failed') } : {};
    return {
      '': { always: [{ to: context.state('next'), cursor: { loop: id, step: 'start', list: context.expression(data.list, list) } }], ...failed },
      next: {
        always: [{ to: context.state('item'), guard: { is: 'more', loop: id }, cursor: { loop: id, step: 'next' } }, { ...context.exit('done'), cursor: { loop: id, step: 'end' } }],
      },
      item: { always: [{ ...context.exit('each'), ...(set.length > 0 && { set }) }], ...failed },
    };
  },
});
