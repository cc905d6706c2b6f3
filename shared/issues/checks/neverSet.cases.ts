import type { CheckCases } from '../cases.ts';

const say = (text: string) => ({ message: { text } });
const set = (variable: string, value: string) => ({ assign: { assignments: { a: { variable, value, order: 1 } } } });

export const cases: CheckCases = {
  flags: [
    { why: 'a text with a variable that nothing sets', flow: { variables: { name: 'text' }, nodes: { start: 'start', hi: say('Hi {{name}}'), bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] }, severity: 'error', node: 'hi', field: 'text' },
    { why: 'a text with two of them: each can be accepted and mended by itself', flow: { variables: { name: 'text', city: 'text' }, nodes: { start: 'start', hi: say('Hi {{name}} from {{city}}'), bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] }, severity: 'error', node: 'hi', field: 'text', says: '“city”' },
    { why: 'set only afterwards', flow: { variables: { name: 'text' }, nodes: { start: 'start', hi: say('Hi {{name}}'), ask: { ask: { question: 'Name?', save: 'name' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> ask', 'ask -> bye'] }, severity: 'error', node: 'hi' },
    { why: 'a bound of a date and time', flow: { variables: { from: 'date' }, nodes: { start: 'start', ask: { ask: { question: 'When?', expects: 'when', earliest: 'from' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'] }, severity: 'error', node: 'ask', field: 'earliest', fix: null },
    { why: 'computed from itself', flow: { variables: { n: 'number', m: 'number' }, nodes: { start: 'start', count: set('m', 'n + 1'), bye: 'end' }, edges: ['start -> count', 'count -> bye'] }, severity: 'error', node: 'count', field: 'assignments.a.value' },
    {
      why: 'a result that the called flow never sets', flow: { variables: { price: 'number' }, nodes: { start: 'start', call: { subflow: { flow: 'sub', results: { out: { variable: 'price' } } } }, hi: say('{{price}}'), bye: 'end' }, edges: ['start -> call', 'call -> hi', 'hi -> bye'] },
      subflows: { sub: { variables: { out: { type: { kind: 'number' }, direction: 'out' }, other: 'number' }, nodes: { start: 'start', sum: set('out', 'other'), bye: 'end' }, edges: ['start -> sum', 'sum -> bye'] } }, severity: 'error', node: 'sum',
    },
    {
      why: 'the session’s variable in a called flow', flow: { variables: { name: 'text' }, nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] },
      subflows: { sub: { nodes: { start: 'start', hi: say('Hi {{name}}'), bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } }, severity: 'error', node: 'hi', fix: 'Let “name” begin empty',
    },
  ],
  passes: [
    {
      why: 'a result with a default that the called flow never sets', flow: { variables: { price: 'number' }, nodes: { start: 'start', call: { subflow: { flow: 'sub', results: { out: { variable: 'price' } } } }, hi: say('{{price}}'), bye: 'end' }, edges: ['start -> call', 'call -> hi', 'hi -> bye'] },
      subflows: { sub: { variables: { out: { type: { kind: 'number' }, direction: 'out', initial: 12 } }, nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] } },
    },
    { why: 'set before', flow: { variables: { name: 'text' }, nodes: { start: 'start', ask: { ask: { question: 'Name?', save: 'name' } }, hi: say('Hi {{name}}'), bye: 'end' }, edges: ['start -> ask', 'ask -> hi', 'hi -> bye'] } },
    { why: 'a default', flow: { variables: { name: { type: { kind: 'text' }, initial: 'you' } }, nodes: { start: 'start', hi: say('Hi {{name}}'), bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } },
    { why: 'asked for with isSet', flow: { variables: { name: 'text' }, nodes: { start: 'start', hi: say('Hi {{isSet(name) ? name : "you"}}'), bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } },
    {
      why: 'given by the caller', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub', args: { who: { value: '"Ada"' } } } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] },
      subflows: { sub: { variables: { who: { type: { kind: 'text' }, direction: 'in' } }, nodes: { start: 'start', hi: say('{{who}}'), bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } },
    },
    { why: 'set on some way, which is a warning and not this', flow: { variables: { name: 'text' }, nodes: { start: 'start', hi: say('Hi {{name}}'), ask: { ask: { question: 'Name?', save: 'name' } } }, edges: ['start -> hi', 'hi -> ask', 'ask -> hi'] } },
  ],
};
