import type { CheckCases } from '../cases.ts';

const call = (flow: string) => ({ nodes: { start: 'start', call: { subflow: { flow } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] });
const sub = { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] };
const shortcut = (flow: string) => ({ nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'], settings: { shortcuts: { s: { keywords: 'help', does: { kind: 'call', flow }, order: 1 } } } });

export const cases: CheckCases = {
  flags: [
    { why: 'a flow that was never chosen', flow: call(''), severity: 'error', node: 'call', field: 'flow', says: 'no flow yet' },
    { why: 'a flow that is gone', flow: call('gone'), severity: 'error', node: 'call', says: 'gone' },
    { why: 'a shortcut to a flow that is gone', flow: shortcut('gone'), severity: 'error', field: 'shortcuts.s.does' },
  ],
  passes: [
    { why: 'a flow that exists', flow: call('sub'), subflows: { sub } },
    { why: 'a shortcut to one', flow: shortcut('sub'), subflows: { sub } },
    { why: 'a shortcut that calls nothing', flow: { ...shortcut('gone'), settings: { shortcuts: { s: { keywords: 'again', does: { kind: 'restart' }, order: 1 } } } } },
  ],
};
