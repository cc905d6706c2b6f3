import type { CheckCases } from '../cases.ts';

const ask = (save: string, variables = {}) => ({ variables, nodes: { start: 'start', ask: { ask: { question: 'Name?', save } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'] });
const assign = (variable: string, value: string) => ({ variables: { n: 'number' }, nodes: { start: 'start', set: { assign: { assignments: { a: { variable, value, order: 1 } } } }, bye: 'end' }, edges: ['start -> set', 'set -> bye'] });

export const cases: CheckCases = {
  flags: [
    { why: 'an answer kept in a variable that is gone', flow: ask('gone'), severity: 'error', node: 'ask', field: 'save' },
    { why: 'a change of a variable that is gone', flow: assign('gone', '1'), severity: 'error', node: 'set' },
    { why: 'a value that is kept nowhere', flow: assign('', '1 + 1'), severity: 'error', node: 'set', field: 'assignments.a.variable', says: 'Choose' },
  ],
  passes: [
    { why: 'an answer kept in a variable', flow: ask('name', { name: 'text' }) },
    { why: 'an answer that is not kept', flow: ask('') },
    { why: 'a variable made unset', flow: assign('n', '') },
  ],
};
