import * as z from 'zod';
import { makeId } from '../../lib/id.ts';
import type { Assignment } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import { children, expression, oneLine, order, ordered, toggle, variable } from '../fieldKinds.ts';

const assignment = z.object({
  variable: variable('Variable', { holds: { resultOf: 'value' } }),
  value: expression('Value', { help: 'e.g. price * 2, or "Pune". Empty: makes it not set.' }),
  order,
});

const schema = z.object({
  assignments: children('Changes', assignment, { label: 'Change', add: 'Add a change', max: 50 }, { help: 'Made from top to bottom; each sees the ones before.' }),
  errorExit: toggle('Own way out for errors', false, { advanced: true, help: 'When a value cannot be computed; no change is then made. Off: the flow’s error text.' }),
});

/** Changes variables. */
export const assign = defineNode({
  type: 'assign',
  label: 'Assign',
  group: 'decide',
  icon: 'variable',
  doc: 'Gives variables new values, one after the other, and goes on.',
  schema,
  defaults: (random) => schema.parse({ assignments: { [makeId(random)]: { order: 1 } } }),
  exits: (data) => [{ id: 'next', label: 'Next' }, ...(data.errorExit ? [{ id: 'failed', label: 'Failed' }] : [])],
  summary: (data) => ordered(data.assignments).map(([, { value }]) => oneLine(value)).filter(Boolean).join(' · '),
  compile(data, context) {
    const set = ordered(data.assignments).flatMap(([, { variable: id, value }]): Assignment[] => {
      const changed = context.variable(id);
      if (!changed) return [];
      return [{ variable: changed.name, value: value ? { from: 'expression', expression: context.expression(value, changed.type) } : { from: 'unset' } }];
    });
    return { '': { always: [{ ...context.exit('next'), ...(set.length > 0 && { set }) }], ...(data.errorExit && { onError: context.exit('failed') }) } };
  },
});
