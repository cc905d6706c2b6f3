import type { Sketch } from '../../nodes/golden.ts';
import type { CheckCases } from '../cases.ts';

const set = (variable: string, value: string) => ({ assign: { assignments: { a: { variable, value, order: 1 } } } });
const when = (cel: string) => ({ condition: { branches: { yes: { when: cel, order: 1 } } } });

/** Understands what was wished for; each way on leads where `edges` says. */
const sorting = (...edges: string[]): Sketch => ({
  variables: { wish: { type: { kind: 'text' }, initial: 'tea' } },
  nodes: { start: 'start', sort: { classify: { text: 'wish', options: { tea: { label: 'Tea', order: 1 }, cake: { label: 'Cake', order: 2 } } } }, wish: { ask: { question: 'What?', save: 'wish' } }, bye: 'end' },
  edges: ['start -> sort', 'wish.answered -> sort', ...edges],
});

export const cases: CheckCases = {
  flags: [
    { why: 'a message that leads to itself', flow: { nodes: { start: 'start', hi: { message: { text: 'Hi' } } }, edges: ['start -> hi', 'hi -> hi'] }, severity: 'error', node: 'hi', says: 'ever ends it' },
    { why: 'two messages in a round', flow: { nodes: { start: 'start', a: { message: { text: 'A' } }, b: { message: { text: 'B' } } }, edges: ['start -> a', 'a -> b', 'b -> a'] }, severity: 'error', node: 'a' },
    {
      why: 'a round with a way out by a condition that nothing in it changes',
      flow: { variables: { ready: 'boolean' }, nodes: { start: 'start', ready: when('ready'), wait: { message: { text: 'Wait' } }, bye: 'end' }, edges: ['start -> ready', 'ready.yes -> bye', 'ready.otherwise -> wait', 'wait -> ready'] },
      severity: 'error', node: 'ready',
    },
    {
      why: 'a round through a flow that asks nothing', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } } }, edges: ['start -> call', 'call -> call'] },
      subflows: { sub: { nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } }, severity: 'error', node: 'call',
    },
    {
      why: 'a round with a way out by the clock, which does not move on within a turn',
      flow: { nodes: { start: 'start', late: when('today() > date("2030-01-01")'), bye: 'end' }, edges: ['start -> late', 'late.yes -> bye', 'late.otherwise -> late'] }, severity: 'error', node: 'late',
    },
    {
      why: 'a round with a way out by a variable that only a question outside of it changes',
      flow: {
        variables: { ready: 'text' },
        nodes: { start: 'start', ready: when('ready == "yes"'), ask: { ask: { question: 'Ready?', save: 'ready' } }, bye: 'end' },
        edges: ['start -> ready', 'ready.yes -> ask', 'ask.answered -> bye', 'ready.otherwise -> ready'],
      },
      severity: 'error', node: 'ready',
    },
    { why: 'a text understood again that nothing changes in between', flow: sorting('sort.tea -> sort', 'sort.cake -> bye', 'sort.unsure -> wish'), severity: 'error', node: 'sort', says: 'ever ends it' },
    {
      why: 'a round at once inside of one with an effect in it',
      flow: {
        variables: { ready: 'boolean' }, nodes: { start: 'start', ready: when('ready'), run: { code: { code: 'export default () => 1' } }, bye: 'end' },
        edges: ['start -> ready', 'ready.yes -> ready', 'ready.otherwise -> run', 'run.done -> ready', 'run.failed -> bye'],
      },
      severity: 'error', node: 'ready', says: 'ever ends it',
    },
    { why: 'a text that is asked about again as long as the model is not sure', flow: sorting('sort.tea -> bye', 'sort.cake -> bye', 'sort.unsure -> sort'), severity: 'warning', node: 'sort' },
    {
      why: 'an effect tried again as long as it fails',
      flow: { nodes: { start: 'start', run: { code: { code: 'export default () => 1' } }, bye: 'end' }, edges: ['start -> run', 'run.done -> bye', 'run.failed -> run'] }, severity: 'warning', node: 'run',
    },
  ],
  passes: [
    { why: 'a round with a question in it', flow: { nodes: { start: 'start', a: { message: { text: 'A' } }, b: { ask: { question: 'B?' } } }, edges: ['start -> a', 'a -> b', 'b -> a'] } },
    {
      why: 'a round that counts', flow: { variables: { n: 'number' }, nodes: { start: 'start', more: when('n < 3'), count: set('n', 'n + 1'), bye: 'end' }, edges: ['start -> more', 'more.yes -> count', 'count -> more', 'more.otherwise -> bye'] },
    },
    {
      why: 'a round with an effect in it and a way out by the clock',
      flow: {
        nodes: { start: 'start', run: { code: { code: 'export default () => 1' } }, late: when('timeNow() > time("12:00")'), bye: 'end' },
        edges: ['start -> run', 'run.done -> late', 'run.failed -> bye', 'late.yes -> bye', 'late.otherwise -> run'],
      },
    },
    { why: 'a text understood again after it was asked for anew', flow: sorting('sort.tea -> wish', 'sort.cake -> bye', 'sort.unsure -> wish') },
    {
      why: 'a loop through a list', flow: {
        variables: { cars: { type: { kind: 'list', of: { kind: 'text' } } }, car: 'text' },
        nodes: { start: 'start', each: { loop: { list: 'cars', item: 'car' } }, say: { message: { text: '{{car}}' } }, bye: 'end' }, edges: ['start -> each', 'each.each -> say', 'say -> each', 'each.done -> bye'],
      },
    },
    {
      why: 'a round through a flow that asks', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } } }, edges: ['start -> call', 'call -> call'] },
      subflows: { sub: { nodes: { start: 'start', hi: { ask: { question: 'Hi?' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } },
    },
    {
      why: 'a flow called twice in a row, which is no round', flow: { nodes: { start: 'start', one: { subflow: { flow: 'sub' } }, two: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> one', 'one -> two', 'two -> bye'] },
      subflows: { sub: { nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } },
    },
  ],
  unfixed: 'What ends a round, a question in it or a condition that changes, is what the author meant to say with it.',
};
