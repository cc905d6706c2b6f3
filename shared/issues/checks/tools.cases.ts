import type { CheckCases } from '../cases.ts';

const find = (takes: object = { kind: 'text' }) => ({
  variables: { day: { type: JSON.parse(JSON.stringify(takes)), direction: 'in' }, free: { type: { kind: 'number' }, direction: 'out' } },
  nodes: { start: 'start', count: { assign: { assignments: { a: { variable: 'free', value: '3', order: 1 } } } }, end: 'end' }, edges: ['start -> count', 'count -> end'],
});
const think = (tools: object) => ({ nodes: { start: 'start', think: { model: { instructions: 'Help.', tools: JSON.parse(JSON.stringify(tools)) } }, bye: 'end' }, edges: ['start -> think', 'think.done -> bye'] });
const one = { flow: 'find', name: 'find_slots', help: 'To see what is free.', order: 1 };

export const cases: CheckCases = {
  flags: [
    { why: 'a flow without a name', flow: think({ a: { ...one, name: '' } }), subflows: { find: find() }, severity: 'error', node: 'think', field: 'tools.a.name' },
    { why: 'two of one name', flow: think({ a: one, b: { ...one, order: 2 } }), subflows: { find: find() }, severity: 'error', node: 'think', field: 'tools.b.name', says: 'tell them apart' },
    { why: 'one that takes a file', flow: think({ a: one }), subflows: { find: find({ kind: 'file' }) }, severity: 'error', node: 'think', field: 'tools.a.flow', says: 'only texts and values' },
    { why: 'one of which nothing is said', flow: think({ a: { ...one, help: ' ' } }), subflows: { find: find() }, severity: 'warning', node: 'think', field: 'tools.a.help' },
  ],
  passes: [
    { why: 'one flow, named and told of', flow: think({ a: one }), subflows: { find: find() } },
    { why: 'the same flow for two things', flow: think({ a: one, b: { ...one, name: 'count_slots', order: 2 } }), subflows: { find: find({ kind: 'list', of: { kind: 'date' } }) } },
    { why: 'no flows', flow: think({}) },
  ],
};
