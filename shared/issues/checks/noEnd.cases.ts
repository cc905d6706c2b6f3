import type { CheckCases } from '../cases.ts';

const menu = { body: 'Which?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } } };

export const cases: CheckCases = {
  flags: [
    { why: 'a question that only leads back to itself', flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?' } } }, edges: ['start -> ask', 'ask -> ask'] }, severity: 'error', node: 'ask' },
    { why: 'the same, left only by silence', flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?' } } }, edges: ['start -> ask', 'ask -> ask'], settings: { silenceAfter: 'PT1H' } }, severity: 'warning', node: 'ask' },
    { why: 'a menu without a way out, behind one that had it', flow: { nodes: { start: 'start', first: { choice: menu }, second: { choice: menu }, bye: 'end' }, edges: ['start -> first', 'first.a -> bye', 'first.b -> second', 'second.a -> second', 'second.b -> second'] }, severity: 'error', node: 'second' },
    {
      why: 'a question in a flow that cannot finish', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] },
      subflows: { sub: { nodes: { start: 'start', ask: { ask: { question: 'Name?' } } }, edges: ['start -> ask', 'ask -> ask'] } }, severity: 'error', node: 'ask',
    },
  ],
  passes: [
    { why: 'a menu with one way out', flow: { nodes: { start: 'start', pick: { choice: menu }, bye: 'end' }, edges: ['start -> pick', 'pick.a -> pick', 'pick.b -> bye'] } },
    { why: 'a question that ends by its own way out for silence', flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?', timeout: 'PT1H' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> ask', 'ask.noAnswer -> bye'] } },
    {
      why: 'a question left through a flow that ends the conversation', flow: { nodes: { start: 'start', ask: { ask: { question: 'Name?' } }, call: { subflow: { flow: 'sub' } } }, edges: ['start -> ask', 'ask -> call', 'call -> ask'] },
      subflows: { sub: { nodes: { start: 'start', bye: { end: { outcome: 'session' } } }, edges: ['start -> bye'] } },
    },
    { why: 'no question at all', flow: { nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } },
  ],
  unfixed: 'Which answer is to finish the conversation is the author’s to say; no end that was put anywhere would be the right one.',
};
