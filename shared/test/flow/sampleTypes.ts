import * as z from 'zod';
import { makeId } from '../../lib/id.ts';
import { defineNode } from '../../nodes/defineNode.ts';
import type { NodeTypes } from '../../nodes/defineNode.ts';
import { field } from '../../nodes/fields.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

const start = defineNode({
  type: 'start', label: 'Start', group: 'ends', icon: 'flag', doc: 'Begins.', schema: z.object({}),
  defaults: () => ({}), exits: () => [{ id: 'next', label: 'Next' }], summary: () => '', compile: (_data, context) => ({ '': { always: [context.exit('next')] } }),
});

const say = defineNode({
  type: 'say', label: 'Say', group: 'talk', icon: 'message', doc: 'Says.',
  schema: z.object({
    text: field(z.string().max(4096), { label: 'Text', widget: 'longText', template: true, translatable: true }),
    note: field(z.string().max(100).optional(), { label: 'Note', widget: 'text' }),
    options: field(
      z.record(id, z.object({ label: field(z.string().max(200), { label: 'Label', widget: 'text', template: true, translatable: true }), order: z.number() })),
      { label: 'Options', widget: 'list' },
    ),
    when: field(z.string().max(4096), { label: 'Only when', widget: 'expression', expects: { kind: 'boolean' } }),
    into: field(z.string().max(40).optional(), { label: 'Keep in', widget: 'variable' }),
    tags: z.array(z.string()).max(5),
  }),
  defaults: (random) => ({ text: '', options: { [makeId(random)]: { label: 'Yes', order: 1 } }, when: '', tags: [] }),
  exits: (data) => [{ id: 'next', label: 'Next' }, ...Object.entries(data.options).map(([option, { label }]) => ({ id: option, label }))],
  summary: (data) => data.text,
  compile: (_data, context) => ({ '': { always: [context.exit('next')] } }),
});

/** Two node types made for tests of generic code: it must not know the real ones. */
export const sampleTypes: NodeTypes = { start, say };
