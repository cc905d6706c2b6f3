import type { CheckCases } from '../cases.ts';
import type { FlowSet } from '../../flow/document.ts';

const flow = { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] };
const twin = (flowId: string, name: string) => (set: FlowSet): FlowSet => {
  const twinned = set.flows[flowId];
  return twinned ? { ...set, flows: { ...set.flows, [flowId]: { ...twinned, variables: { ...twinned.variables, twin: { name, type: { kind: 'text' }, order: 99 } } } } } : set;
};

export const cases: CheckCases = {
  flags: [
    { why: 'two of one name', flow: { ...flow, variables: { city: 'text' } }, change: twin('main', 'city'), severity: 'error', field: 'variables.twin.name' },
    { why: 'a number whose default is a text', flow: { ...flow, variables: { age: { type: { kind: 'number' }, initial: 'ten' } } }, severity: 'error', field: 'variables.age.initial' },
    { why: 'a date that does not exist', flow: { ...flow, variables: { day: { type: { kind: 'date' }, initial: '2026-02-31' } } }, severity: 'error', field: 'variables.day.initial' },
    { why: 'two of one name, the second of which keeps an answer', flow: { ...flow, variables: { city: 'text' }, nodes: { start: 'start', q: { ask: { question: 'Where?', save: 'twin' } }, bye: { end: { text: '{{city}}' } } }, edges: ['start -> q', 'q -> bye'] }, change: twin('main', 'city'), severity: 'error', fix: 'Make them one' },
    { why: 'two of one name and another type', flow: { ...flow, variables: { city: 'number' } }, change: twin('main', 'city'), severity: 'error', fix: 'Call it “city2”' },
    { why: 'a default that is none, of a variable that is read', flow: { variables: { age: { type: { kind: 'number' }, initial: 'ten' } }, nodes: { start: 'start', bye: { end: { text: '{{age}}' } } }, edges: ['start -> bye'] }, severity: 'error', fix: 'Let it begin at 0' },
  ],
  passes: [
    { why: 'two names', flow: { ...flow, variables: { city: 'text' } }, change: twin('main', 'town') },
    { why: 'a fitting default', flow: { ...flow, variables: { day: { type: { kind: 'date' }, initial: '2026-02-28' } } } },
    { why: 'the same name in a called flow, where it is another variable', flow: { ...flow, variables: { city: 'text' } }, subflows: { sub: flow }, change: twin('sub', 'city') },
  ],
};
