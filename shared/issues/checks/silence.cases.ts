import type { CheckCases } from '../cases.ts';

const edges = ['start -> ask', 'ask -> bye'];
const nodes = (ask: Record<string, string | number>) => ({ start: 'start', ask: { ask: { question: 'Name?', ...ask } }, bye: 'end' });

export const cases: CheckCases = {
  flags: [
    { why: 'a question without a time, and no setting', flow: { nodes: nodes({}), edges }, severity: 'warning', node: 'ask' },
    { why: 'a dialog', flow: { nodes: { start: 'start', ask: 'dialog', bye: 'end' }, edges }, severity: 'warning', node: 'ask' },
    { why: 'a setting that is no duration', flow: { nodes: nodes({}), edges, settings: { silenceAfter: 'soon' } }, severity: 'error', field: 'silenceAfter', fix: 'End after 24 hours of silence' },
    { why: 'a question in a called flow', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] }, subflows: { sub: { nodes: nodes({}), edges } }, severity: 'warning', node: 'ask' },
    { why: 'a setting of a called flow that is no duration', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'], settings: { silenceAfter: 'PT24H' } }, subflows: { sub: { nodes: nodes({}), edges, settings: { silenceAfter: 'soon' } } }, severity: 'error', field: 'silenceAfter', fix: 'Do as the main flow does' },
    { why: 'a question with a way out for silence', flow: { nodes: { ...nodes({}), late: { message: { text: 'Late' } } }, edges: [...edges, 'ask.noAnswer -> late', 'late -> bye'] }, severity: 'warning', node: 'ask', fix: 'End after 24 hours of silence' },
    { why: 'a question with a way out for silence that leads no further', flow: { nodes: { ...nodes({}), late: { message: { text: 'Late' } } }, edges: [...edges, 'ask.noAnswer -> late'] }, severity: 'warning', node: 'ask', fix: null },
  ],
  passes: [
    { why: 'a time of its own', flow: { nodes: nodes({ timeout: 'PT30M' }), edges } },
    { why: 'the setting', flow: { nodes: nodes({}), edges, settings: { silenceAfter: 'PT24H' } } },
    { why: 'the main flow’s setting, in a called flow', flow: { nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'], settings: { silenceAfter: 'PT24H' } }, subflows: { sub: { nodes: nodes({}), edges } } },
    { why: 'first words, which are heard at once', flow: { nodes: { start: { start: { openings: { a: { keywords: 'book', order: 1 } } } }, bye: 'end' }, edges: ['start.next -> bye', 'start.a -> bye'] } },
  ],
};
