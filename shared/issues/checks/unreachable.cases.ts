import type { CheckCases } from '../cases.ts';

const vip = (when: string) => ({ condition: { branches: { yes: { when, order: 1 } } } });

export const cases: CheckCases = {
  flags: [
    { why: 'a node nothing leads to', flow: { nodes: { start: 'start', lost: { message: { text: 'Lost' } }, bye: 'end' }, edges: ['start -> bye', 'lost -> bye'] }, severity: 'error', node: 'lost', says: 'nobody ever gets there' },
    { why: 'two nodes that only lead to each other', flow: { nodes: { start: 'start', a: { ask: { question: 'A' } }, b: { ask: { question: 'B' } }, bye: 'end' }, edges: ['start -> bye', 'a -> b', 'b -> a'] }, severity: 'error', node: 'b' },
    {
      why: 'the other side of a condition that was just found to hold',
      flow: {
        variables: { vip: 'boolean' }, nodes: { start: 'start', one: vip('vip'), two: vip('vip'), never: { message: { text: 'Never' } }, bye: 'end' },
        edges: ['start -> one', 'one.yes -> two', 'one.otherwise -> bye', 'two.yes -> bye', 'two.otherwise -> never', 'never -> bye'],
      },
      severity: 'error', node: 'never',
    },
    {
      why: 'what comes after a flow that never comes back', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] },
      subflows: { sub: { nodes: { start: 'start', over: { end: { outcome: 'session' } } }, edges: ['start -> over'] } }, severity: 'error', node: 'bye', fix: null,
    },
    { why: 'behind a condition that is never true', flow: { nodes: { start: 'start', no: vip('1 > 2'), lost: { message: { text: 'Lost' } }, bye: 'end' }, edges: ['start -> no', 'no.yes -> lost', 'no.otherwise -> bye', 'lost -> bye'] }, severity: 'error', node: 'lost' },
    {
      why: 'the only call of a flow', flow: { variables: { name: 'text' }, nodes: { start: 'start', lost: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> bye', 'lost -> bye'] },
      subflows: { sub: { nodes: { start: 'start', bye: { end: { text: '{{name}}' } } }, edges: ['start -> bye'] } }, severity: 'error', node: 'lost', fix: null,
    },
  ],
  passes: [
    { why: 'a node reached only by silence', flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?', timeout: 'PT1H' } }, late: { message: { text: 'Late' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye', 'ask.noAnswer -> late', 'late -> bye'] } },
    {
      why: 'the other side of a condition whose variable changed in between',
      flow: {
        variables: { vip: 'boolean' }, nodes: { start: 'start', one: vip('vip'), set: { assign: { assignments: { a: { variable: 'vip', value: 'false', order: 1 } } } }, two: vip('vip'), maybe: { message: { text: 'Maybe' } }, bye: 'end' },
        edges: ['start -> one', 'one.yes -> set', 'set -> two', 'one.otherwise -> bye', 'two.yes -> bye', 'two.otherwise -> maybe', 'maybe -> bye'],
      },
    },
    {
      why: 'a flow that only a shortcut calls',
      flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'], settings: { shortcuts: { s: { keywords: 'help', does: { kind: 'call', flow: 'sub' }, order: 1 } } } },
      subflows: { sub: { nodes: { start: 'start', help: { message: { text: 'Help' } }, bye: 'end' }, edges: ['start -> help', 'help -> bye'] } },
    },
    {
      why: 'what comes after a call that fails', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, sorry: { message: { text: 'Sorry' } }, bye: 'end' }, edges: ['start -> call', 'call.done -> bye', 'call.failed -> sorry', 'sorry -> bye'] },
      subflows: { sub: { variables: { yes: 'boolean' }, nodes: { start: 'start', if: vip('yes'), ok: 'end', bad: { end: { outcome: 'failed' } } }, edges: ['start -> if', 'if.yes -> ok', 'if.otherwise -> bad'] } },
    },
  ],
};
