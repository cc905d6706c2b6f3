import type { CheckCases } from '../cases.ts';

const spread = (...weights: number[]) => ({
  nodes: { start: 'start', s: { split: { branches: Object.fromEntries(weights.map((weight, place) => [`b${place}`, { weight, order: place }])) } }, bye: 'end' },
  edges: ['start -> s', ...weights.map((_, place) => `s.b${place} -> bye`)],
});

export const cases: CheckCases = {
  flags: [
    { why: 'all weights are 0', flow: spread(0, 0), severity: 'error', node: 's', says: 'no branch with a weight' },
    { why: 'no branches', flow: spread(), severity: 'error', node: 's' },
    { why: 'one of three is 0', flow: spread(1, 0, 2), severity: 'warning', node: 's', field: 'branches.b1.weight' },
    { why: 'the last is 0', flow: spread(1, 0), severity: 'warning', node: 's', field: 'branches.b1.weight' },
  ],
  passes: [
    { why: 'halves', flow: spread(1, 1) },
    { why: 'a very small share', flow: spread(1_000_000, 0.001) },
    { why: 'one branch takes all', flow: spread(5) },
  ],
};
