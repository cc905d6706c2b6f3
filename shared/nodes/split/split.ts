import * as z from 'zod';
import { makeId } from '../../lib/id.ts';
import type { Transition } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import { children, oneLine, order, ordered, plainText } from '../fieldKinds.ts';
import { field } from '../fields.ts';

const branch = z.object({
  label: plainText('Name', { help: 'Shown on the way out.' }),
  weight: field(z.number().min(0).max(1_000_000).default(1), { label: 'Weight', widget: 'number', help: 'Any number: 1 and 1 are halves, 9 and 1 nine of ten. Shares are shown as percentages.' }),
  order,
});

const schema = z.object({
  branches: children('Branches', branch, { label: 'Branch', add: 'Add a branch', max: 20 }, {
    help: 'Everybody stays in their branch, however often they come. Where weights change, people move only into branches that grow; those of a branch that is removed are spread over the others.',
  }),
});
type Data = z.infer<typeof schema>;

/** Sends people different ways, by shares. */
export const split = defineNode({
  type: 'split',
  label: 'Split',
  group: 'decide',
  icon: 'arrows-split-2',
  doc: 'Sends people different ways by weight, each always the same way: to try two versions of something, or to begin with a few.',
  schema,
  defaults: (random) => schema.parse({ branches: Object.fromEntries(['A', 'B'].map((label, place) => [makeId(random), { label, order: place }])) }),
  exits: (data) => ordered(data.branches).map(([id, { label, weight }]) => ({ id, label: `${oneLine(label) || 'Branch'} · ${percent(weight, data)}` })),
  summary: (data) => ordered(data.branches).map(([, { label, weight }]) => `${oneLine(label) || 'Branch'} ${percent(weight, data)}`).join(' · '),
  compile(data, context) {
    const branches = ordered(data.branches);
    const key = context.state();
    const weights = Object.fromEntries(branches.map(([id, { weight }]) => [id, weight]));
    const share = (option: string, label = '') => ({ guard: { is: 'share' as const, key, option, weights, ...(label && { label }) } });
    // The last takes whoever is left, which is nobody but its own.
    const always = branches.map(([id, { label }], place): Transition => ({ ...context.exit(id), ...(place < branches.length - 1 && share(id, label)) }));
    return { '': { always: always.length > 0 ? always : [{ ...context.exit('none'), ...share('none') }, context.exit('none')] } };
  },
});

function percent(weight: number, { branches }: Data): string {
  const all = Object.values(branches).reduce((sum, { weight: each }) => sum + each, 0);
  return `${all === 0 ? 0 : Math.round((weight / all) * 1_000) / 10} %`;
}
