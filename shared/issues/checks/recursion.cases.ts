import type { CheckCases } from '../cases.ts';
import type { Sketch } from '../../nodes/golden.ts';

const call = (flow: string): Sketch => ({ nodes: { start: 'start', call: { subflow: { flow } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] });
const leaf: Sketch = { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] };
const chain = (length: number): Record<string, Sketch> => Object.fromEntries(Array.from({ length }, (_, i) => [`f${i}`, i + 1 < length ? call(`f${i + 1}`) : leaf]));

export const cases: CheckCases = {
  flags: [
    { why: 'a flow that calls itself', flow: call('a'), subflows: { a: call('a') }, severity: 'error', node: 'call', says: 'deeper' },
    { why: 'two flows that call each other', flow: call('a'), subflows: { a: call('b'), b: call('a') }, severity: 'error' },
    { why: 'a flow that calls the main one', flow: call('a'), subflows: { a: call('main') }, severity: 'error' },
    { why: 'calls deeper than a session', flow: call('f0'), subflows: chain(16), severity: 'error', says: 'deep' },
  ],
  passes: [
    { why: 'one flow called twice', flow: { nodes: { start: 'start', one: { subflow: { flow: 'a' } }, two: { subflow: { flow: 'a' } }, bye: 'end' }, edges: ['start -> one', 'one -> two', 'two -> bye'] }, subflows: { a: leaf } },
    { why: 'a diamond', flow: { nodes: { start: 'start', one: { subflow: { flow: 'a' } }, two: { subflow: { flow: 'b' } }, bye: 'end' }, edges: ['start -> one', 'one -> two', 'two -> bye'] }, subflows: { a: call('c'), b: call('c'), c: leaf } },
    { why: 'calls as deep as a session', flow: call('f0'), subflows: chain(15) },
  ],
  unfixed: 'Which of the calls in the circle is one too many cannot be seen from it.',
};
