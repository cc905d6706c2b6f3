import type { CheckCases } from '../cases.ts';

const think = (role: string) => ({ nodes: { start: 'start', think: { model: { instructions: 'Say hello.', role } }, bye: 'end' }, edges: ['start -> think', 'think.done -> bye'] });
const sort = { variables: { wish: { type: { kind: 'text' }, initial: 'tea' } }, nodes: { start: 'start', sort: { classify: { text: 'wish', options: { a: { label: 'Price', order: 1 } } } }, bye: 'end' }, edges: ['start -> sort', 'sort.a -> bye', 'sort.unsure -> bye'] };

export const cases: CheckCases = {
  flags: [
    { why: 'no model at all', flow: think('best'), circumstances: { models: [] }, severity: 'info', node: 'think', field: 'role', says: 'stand-in' },
    { why: 'models of another role', flow: think('best'), circumstances: { models: ['fast', 'embedding'] }, severity: 'info', node: 'think' },
    { why: 'a classify node', flow: sort, circumstances: { models: ['best'] }, severity: 'info', node: 'sort' },
  ],
  passes: [
    { why: 'a model of the role', flow: think('best'), circumstances: { models: ['best'] } },
    { why: 'where models are not known', flow: think('best') },
    { why: 'a flow without models', flow: { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] }, circumstances: { models: [] } },
  ],
};
