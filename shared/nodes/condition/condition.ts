import * as z from 'zod';
import { makeId } from '../../lib/id.ts';
import type { Transition } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import { children, expression, oneLine, order, ordered, plainText, toggle } from '../fieldKinds.ts';

const yes = { kind: 'boolean' } as const;

const branch = z.object({
  when: expression('When', { expects: yes, help: 'e.g. age >= 18 && city == "Pune"' }),
  label: plainText('Name', { help: 'Shown on the way out. Empty: the condition itself.' }),
  order,
});

const schema = z.object({
  branches: children('Branches', branch, { label: 'Branch', add: 'Add a branch', max: 50 }, { help: 'Tried from top to bottom; the first that holds is taken.' }),
  errorExit: toggle('Own way out for errors', false, { advanced: true, help: 'When a condition cannot be evaluated. Off: it counts as not true.' }),
});

/** Goes on by the first condition that holds. */
export const condition = defineNode({
  type: 'condition',
  label: 'Condition',
  group: 'decide',
  icon: 'git-branch',
  doc: 'Looks at what is known and takes the first way whose condition holds, or “Otherwise”.',
  schema,
  defaults: (random) => schema.parse({ branches: { [makeId(random)]: { order: 1 } } }),
  exits: (data) => [
    ...ordered(data.branches).map(([id, { label, when }]) => ({ id, label: oneLine(label) || oneLine(when) || 'Condition' })),
    { id: 'otherwise', label: 'Otherwise' },
    ...(data.errorExit ? [{ id: 'failed', label: 'Failed' }] : []),
  ],
  summary: (data) => ordered(data.branches).map(([, { label, when }]) => oneLine(label) || oneLine(when)).filter(Boolean).join(' · '),
  compile: (data, context) => ({
    '': {
      always: [
        ...ordered(data.branches).map(([id, { when, label }]): Transition => ({
          ...context.exit(id),
          guard: { is: 'true', expression: context.expression(when || 'false', yes), ...(label && { label }) },
        })),
        context.exit('otherwise'),
      ],
      ...(data.errorExit && { onError: context.exit('failed') }),
    },
  }),
});
