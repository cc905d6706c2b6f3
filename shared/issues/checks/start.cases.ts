import type { CheckCases } from '../cases.ts';

export const cases: CheckCases = {
  flags: [
    { why: 'no start at all', flow: { nodes: { hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['hi -> bye'] }, severity: 'error' },
    { why: 'two starts', flow: { nodes: { a: 'start', b: 'start', bye: 'end' }, edges: ['a -> bye', 'b -> bye'] }, severity: 'error', node: 'b' },
    { why: 'a subflow without a start', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] }, subflows: { sub: { nodes: { bye: 'end' }, edges: [] } }, severity: 'error' },
  ],
  passes: [
    { why: 'one start', flow: { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] } },
    { why: 'two ends', flow: { nodes: { start: 'start', a: 'end', b: 'end' }, edges: ['start -> a'] } },
    { why: 'a start in each flow', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] }, subflows: { sub: { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] } } },
  ],
};
