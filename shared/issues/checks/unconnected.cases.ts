import type { CheckCases } from '../cases.ts';

const two = { body: 'Which?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } } };

export const cases: CheckCases = {
  flags: [
    { why: 'a message that leads nowhere', flow: { nodes: { start: 'start', hi: { message: { text: 'Hi' } } }, edges: ['start -> hi'] }, severity: 'error', node: 'hi', field: 'next' },
    { why: 'one of two options', flow: { nodes: { start: 'start', pick: { choice: two }, bye: 'end' }, edges: ['start -> pick', 'pick.a -> bye'] }, severity: 'error', node: 'pick', field: 'options.b', says: '“B”' },
    { why: 'an edge to a node that is gone', flow: { nodes: { start: 'start', hi: { message: { text: 'Hi' } } }, edges: ['start -> hi', 'hi -> gone'] }, severity: 'error', node: 'hi', says: 'gone' },
    { why: 'a start', flow: { nodes: { start: 'start' }, edges: [] }, severity: 'error', node: 'start' },
    { why: 'an end that nobody reaches yet', flow: { nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['start -> hi'] }, severity: 'error', node: 'hi', fix: 'Lead to “End”' },
    { why: 'an end that nobody reaches yet and that says what nothing sets', flow: { variables: { name: 'text' }, nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: { end: { text: 'Bye {{name}}' } } }, edges: ['start -> hi'] }, severity: 'error', node: 'hi', fix: null },
    { why: 'an end that nobody reaches yet and that says what was asked', flow: { variables: { name: 'text' }, nodes: { start: 'start', ask: { ask: { question: 'Name?', save: 'name' } }, bye: { end: { text: 'Bye {{name}}' } } }, edges: ['start -> ask'] }, severity: 'error', node: 'ask', fix: 'Lead to “Bye {{name}}”' },
  ],
  passes: [
    { why: 'silence, which the settings handle', flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'] } },
    { why: 'an exit for errors that the settings handle', flow: { nodes: { start: 'start', find: { record: { collection: 'x' } }, bye: 'end' }, edges: ['start -> find', 'find.found -> bye', 'find.none -> bye'] } },
    { why: 'all options', flow: { nodes: { start: 'start', pick: { choice: two }, bye: 'end' }, edges: ['start -> pick', 'pick.a -> bye', 'pick.b -> bye'] } },
  ],
};
