import type { FlowSet } from '../../flow/document.ts';
import type { CheckCases } from '../cases.ts';

const flow = { nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] };
const copies = (count: number, text = 'Hi') => (set: FlowSet): FlowSet => {
  const main = set.flows['main'];
  const hi = main?.nodes['hi'];
  if (!main || !hi) return set;
  const nodes = Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, { ...hi, data: { ...hi.data, text } }]));
  return { ...set, flows: { ...set.flows, main: { ...main, nodes: { ...main.nodes, ...nodes } } } };
};

export const cases: CheckCases = {
  flags: [
    { why: 'more nodes than a release takes', flow, change: copies(4_998), severity: 'error', says: '5,001' },
    { why: 'flows that are too many together', flow, subflows: { sub: flow }, change: copies(4_995), severity: 'error' },
    { why: 'texts that are too large together', flow, change: copies(2_000, 'x'.repeat(4_096)), severity: 'error', says: 'MB' },
  ],
  passes: [
    { why: 'a small bot', flow },
    { why: 'as many nodes as a release takes', flow, change: copies(4_997) },
    { why: 'many texts', flow, change: copies(500, 'x'.repeat(4_096)) },
  ],
  unfixed: 'What the bot can do without is the author’s to say.',
};
