import type { FlowSet } from '../../flow/document.ts';
import type { CheckCases } from '../cases.ts';

const flow = { nodes: { start: 'start', hi: { message: { text: 'Hi {{name}}' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'], variables: { name: 'text' } };
const sub = { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] };
const edge = (from: string, exit: string) => (set: FlowSet): FlowSet => {
  const main = set.flows['main'];
  return main ? { ...set, flows: { ...set.flows, main: { ...main, edges: { ...main.edges, extra: { from, exit, to: 'bye' } } } } } : set;
};

export const cases: CheckCases = {
  flags: [
    { why: 'a variable nobody names', flow: { ...flow, variables: { name: 'text', city: 'text' } }, severity: 'warning', field: 'variables.city' },
    { why: 'a flow nobody calls', flow, subflows: { sub }, severity: 'warning', says: 'Nothing calls' },
    { why: 'an arrow from an exit that is gone', flow, change: edge('hi', 'old'), severity: 'warning', node: 'hi' },
    { why: 'an arrow from a node that is gone', flow, change: edge('ghost', 'next'), severity: 'warning', says: 'gone' },
  ],
  passes: [
    { why: 'a variable in a text', flow },
    { why: 'a variable that only a called flow names', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'], variables: { name: 'text' } }, subflows: { sub: { ...flow, variables: {} } } },
    { why: 'a variable that only keeps an answer', flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?', save: 'name' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'], variables: { name: 'text' } } },
    { why: 'a flow a shortcut calls', flow: { ...flow, settings: { shortcuts: { s: { keywords: 'help', does: { kind: 'call', flow: 'sub' }, order: 1 } } } }, subflows: { sub } },
  ],
};
