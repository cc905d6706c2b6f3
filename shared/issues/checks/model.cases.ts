import type { Sketch } from '../../nodes/golden.ts';
import type { CheckCases } from '../cases.ts';

const variables = { wish: { type: { kind: 'text' }, initial: 'tea' }, count: 'number', day: 'date' };
const think = (data: Record<string, unknown>): Sketch => ({ variables, nodes: { start: 'start', think: { model: JSON.parse(JSON.stringify(data)) }, bye: 'end' }, edges: ['start -> think', 'think.done -> bye'] });
const sort = (data: Record<string, unknown>): Sketch => ({ variables, nodes: { start: 'start', sort: { classify: JSON.parse(JSON.stringify(data)) }, bye: 'end' }, edges: ['start -> sort', 'sort.a -> bye', 'sort.b -> bye', 'sort.unsure -> bye'] });
const fields = (over: Record<string, unknown> = {}) => ({ a: { name: 'amount', type: { kind: 'number' }, save: 'count', order: 1, ...over } });
const options = (b: Record<string, unknown>) => ({ a: { label: 'Price', order: 1 }, b: { order: 2, ...b } });

export const cases: CheckCases = {
  flags: [
    { why: 'no instructions', flow: think({}), severity: 'error', node: 'think', field: 'instructions' },
    { why: 'instructions of blanks', flow: think({ instructions: '  \n' }), severity: 'error', node: 'think', field: 'instructions' },
    { why: 'values without any named', flow: think({ instructions: 'Read it.', gives: 'fields' }), severity: 'error', node: 'think', field: 'fields', says: 'names none' },
    { why: 'one name for two values', flow: think({ instructions: 'Read it.', gives: 'fields', fields: { ...fields(), b: { name: 'amount', type: { kind: 'text' }, order: 2 } } }), severity: 'error', node: 'think', field: 'fields.b.name' },
    { why: 'a file', flow: think({ instructions: 'Draw it.', gives: 'fields', fields: fields({ type: { kind: 'list', of: { kind: 'file' } }, save: '' }) }), severity: 'error', node: 'think', field: 'fields.a.type' },
    { why: 'a text kept as a number', flow: think({ instructions: 'Sum up.', gives: 'text', save: 'count' }), severity: 'error', node: 'think', field: 'save' },
    { why: 'a value kept as another type', flow: think({ instructions: 'Read it.', gives: 'fields', fields: fields({ save: 'day' }) }), severity: 'error', node: 'think', field: 'fields.a.save', says: 'number' },
    { why: 'an option without words', flow: sort({ text: 'wish', options: options({}) }), severity: 'error', node: 'sort', field: 'options.b.label', says: 'no words' },
    { why: 'two options of one name', flow: sort({ text: 'wish', options: options({ label: 'price ' }) }), severity: 'error', node: 'sort', field: 'options.b.label' },
    { why: 'nothing to sort into', flow: sort({ text: 'wish', options: {} }), severity: 'error', node: 'sort', field: 'options' },
  ],
  passes: [
    { why: 'instructions that are one value', flow: think({ instructions: '{{wish}}', save: 'wish' }) },
    { why: 'a date kept as a text', flow: think({ instructions: 'Read it.', gives: 'fields', fields: fields({ type: { kind: 'date' }, save: 'wish' }) }) },
    { why: 'values kept nowhere', flow: think({ instructions: 'Read it.', gives: 'fields', fields: fields({ save: '' }) }) },
    { why: 'options with labels alone', flow: sort({ text: 'wish', options: options({ label: 'Complaint' }) }) },
    { why: 'no hints', flow: sort({ text: 'wish', hints: '', options: options({ label: 'Complaint' }) }) },
  ],
};
