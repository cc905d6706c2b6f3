import type { Json } from '../../lib/json.ts';
import type { Sketch } from '../../nodes/golden.ts';
import type { CheckCases } from '../cases.ts';

const call = (data: Record<string, Json>) => ({ variables: { n: 'number', t: 'text' }, nodes: { start: 'start', call: { subflow: { flow: 'sub', ...data } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] });
const sub = (variables: NonNullable<Sketch['variables']>) => ({ sub: { variables, nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] } });
const taking = sub({ who: { type: { kind: 'text' }, direction: 'in' } });
const giving = sub({ price: { type: { kind: 'number' }, direction: 'out' } });

export const cases: CheckCases = {
  flags: [
    { why: 'nothing given to a flow that needs it', flow: call({}), subflows: taking, severity: 'error', node: 'call', field: 'args.who.value' },
    { why: 'an empty value', flow: call({ args: { who: { value: '' } } }), subflows: taking, severity: 'error', node: 'call' },
    { why: 'a result of another type than the variable that keeps it', flow: call({ results: { price: { variable: 't' } } }), subflows: giving, severity: 'error', node: 'call', field: 'results.price.variable' },
    { why: 'a value that the flow no longer takes', flow: call({ args: { old: { value: '1' } } }), subflows: giving, severity: 'warning', node: 'call' },
    { why: 'a result that the flow no longer gives', flow: call({ results: { old: { variable: 'n' } } }), subflows: giving, severity: 'warning', node: 'call' },
    { why: 'nothing given, where there is a variable of that name', flow: { ...call({}), variables: { who: { type: { kind: 'text' }, initial: 'you' } } }, subflows: taking, severity: 'error', node: 'call', fix: 'Give it “who”' },
    { why: 'nothing given, where nothing sets the variable of that name', flow: { ...call({}), variables: { who: 'text' } }, subflows: taking, severity: 'error', node: 'call', fix: null },
  ],
  passes: [
    { why: 'given', flow: call({ args: { who: { value: '"Ada"' } } }), subflows: taking },
    { why: 'not given, but there is a default', flow: call({}), subflows: sub({ who: { type: { kind: 'text' }, direction: 'in', initial: 'you' } }) },
    { why: 'a result kept where it fits', flow: call({ results: { price: { variable: 'n' } } }), subflows: giving },
    { why: 'a result nobody wants', flow: call({}), subflows: giving },
  ],
};
