import type { CheckCases } from '../cases.ts';

const decide = (when: string) => ({ variables: { age: 'number' }, nodes: { start: 'start', if: { condition: { branches: { yes: { when, order: 1 } } } }, bye: 'end' }, edges: ['start -> if', 'if.yes -> bye', 'if.otherwise -> bye'] });

export const cases: CheckCases = {
  flags: [
    { why: 'nothing written yet', flow: decide(''), severity: 'error', node: 'if', says: 'not written' },
    { why: 'false', flow: decide('false'), severity: 'error', node: 'if', field: 'branches.yes.when' },
    { why: 'a contradiction of numbers', flow: decide('1 > 2 || size("a") > 3'), severity: 'error', node: 'if', says: 'never true' },
  ],
  passes: [
    { why: 'a free choice', flow: decide('age > 3') },
    { why: 'true, which is no way out that nobody takes', flow: decide('1 < 2') },
    { why: 'a choice from a list that is written there', flow: { variables: { day: 'text' }, nodes: { start: 'start', pick: { choice: { body: 'Which?', from: 'list', list: '["Mon", "Tue"]', save: 'day' } }, bye: { end: { text: '{{day}}' } } }, edges: ['start -> pick', 'pick.chosen -> bye', 'pick.none -> bye'] } },
    { why: 'the clock', flow: decide('timeNow() > time("12:00")') },
  ],
};
