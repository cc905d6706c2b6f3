import type { JsonObject } from '../../lib/json.ts';
import type { Sketch } from '../../nodes/golden.ts';
import type { CheckCases } from '../cases.ts';

const codes = { ok: { code: 'paid', order: 1 }, no: { code: 'refused', order: 2 } };
const waits = (data: JsonObject): Sketch => ({
  variables: { sum: 'number', note: 'text' },
  nodes: { start: 'start', pay: { callback: { codes, timeout: 'PT1H', ...data } }, bye: 'end' },
  edges: ['start -> pay', 'pay.ok -> bye', 'pay.no -> bye', 'pay.timeout -> bye'],
});
const amount = (more: JsonObject) => ({ a: { name: 'amount', type: { kind: 'number' }, order: 1, ...more } });

export const cases: CheckCases = {
  flags: [
    { why: 'no time limit', flow: waits({ timeout: '' }), severity: 'error', node: 'pay', field: 'timeout' },
    { why: 'one code twice', flow: waits({ codes: { ...codes, no: { code: 'paid', order: 2 } } }), severity: 'error', node: 'pay', field: 'codes.no.code', says: 'twice' },
    { why: 'a code without a name', flow: waits({ codes: { ...codes, no: { code: '', order: 2 } } }), severity: 'error', node: 'pay', field: 'codes.no.code', says: 'without a name' },
    { why: 'no code at all', flow: waits({ codes: {} }), severity: 'error', node: 'pay', field: 'codes' },
    { why: 'two outputs of one name', flow: waits({ outputs: { ...amount({}), b: { name: 'amount', order: 2 } } }), severity: 'error', node: 'pay', field: 'outputs', says: 'twice' },
    { why: 'a number kept as a text', flow: waits({ outputs: amount({ save: 'note' }) }), severity: 'error', node: 'pay', field: 'outputs', says: 'takes' },
  ],
  passes: [
    { why: 'a time limit and codes of their own', flow: waits({}) },
    { why: 'a number kept as one', flow: waits({ outputs: amount({ save: 'sum' }) }) },
    { why: 'codes that differ in their case', flow: waits({ codes: { ...codes, no: { code: 'PAID', order: 2 } } }) },
    { why: 'a callback that nobody reaches', flow: { ...waits({ timeout: '' }), edges: ['start -> bye'] } },
  ],
};
