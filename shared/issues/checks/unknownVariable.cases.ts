import type { CheckCases } from '../cases.ts';

const ask = (save: string, variables = {}) => ({ variables, nodes: { start: 'start', ask: { ask: { question: 'Name?', save } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'] });
const assign = (variable: string, value: string) => ({ variables: { n: 'number' }, nodes: { start: 'start', set: { assign: { assignments: { a: { variable, value, order: 1 } } } }, bye: 'end' }, edges: ['start -> set', 'set -> bye'] });

export const cases: CheckCases = {
  flags: [
    { why: 'an answer kept in a variable that is gone', flow: ask('gone'), severity: 'error', node: 'ask', field: 'save' },
    { why: 'a change of a variable that is gone', flow: assign('gone', '1'), severity: 'error', node: 'set' },
    { why: 'a value that is kept nowhere', flow: assign('', '1 + 1'), severity: 'error', node: 'set', field: 'assignments.a.variable', says: 'Choose' },
    { why: 'a name that nearly is one', flow: ask('nmae', { name: 'text' }), severity: 'error', node: 'ask', fix: 'Keep it in “name”', or: 'Make “nmae”, a text' },
    { why: 'a name that nearly is one of another type', flow: ask('nmae', { name: 'number' }), severity: 'error', node: 'ask', fix: 'Make “nmae”, a text' },
    { why: 'an id, which is no name', flow: ask('V1StGXR8ZZ', { answer: 'text' }), severity: 'error', node: 'ask', fix: 'Make “answer2”, a text' },
    { why: 'a number that is kept nowhere, in a called flow', flow: { ...ask(''), nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] }, subflows: { sub: { ...ask('gone'), nodes: { start: 'start', ask: { ask: { question: 'Age?', expects: 'number', save: 'gone' } }, bye: 'end' } } }, severity: 'error', node: 'ask', fix: 'Make “gone”, a number' },
    { why: 'what cannot be computed, kept in a variable that is gone', flow: assign('gone', '1 +'), severity: 'error', node: 'set', fix: null },
    { why: 'one that something reads, too', flow: { ...ask('gone'), nodes: { start: 'start', bye: { end: { text: '{{gone}}' } }, ask: { ask: { question: 'Name?', save: 'gone' } } }, edges: ['start -> bye'] }, severity: 'error', node: 'ask', fix: 'Make “gone”, a text' },
  ],
  passes: [
    { why: 'an answer kept in a variable', flow: ask('name', { name: 'text' }) },
    { why: 'an answer that is not kept', flow: ask('') },
    { why: 'a variable made unset', flow: assign('n', '') },
  ],
};
