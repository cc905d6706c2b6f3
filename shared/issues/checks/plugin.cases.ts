import { pluginDefinitionSchema } from '../../nodes/pluginDefinition.ts';
import type { CheckCases } from '../cases.ts';

const definition = pluginDefinitionSchema.parse({
  key: 'payment-link', version: 2, name: 'Payment link', kind: 'callback', url: 'https://pay.example.org/links', timeout: 'P1D',
  inputs: { amount: { name: 'amount', label: 'Amount', type: { kind: 'number' }, order: 1 }, note: { name: 'note', required: false, order: 2 } },
  codes: { paid: { code: 'paid', label: 'Paid', order: 1 } },
});
const flow = (data: object) => ({
  variables: { amount: { type: { kind: 'number' }, initial: 5 }, name: { type: { kind: 'text' }, initial: 'Ada' } },
  nodes: { start: 'start', pay: { plugin: { plugin: definition, kind: 'callback', text: 'Pay.', ...data } }, bye: 'end' },
  edges: ['start -> pay', 'pay.paid -> bye', 'pay.timeout -> bye'],
});
const asking = (definitionOf: object, data: object) => ({
  ...flow({ plugin: { ...definition, kind: 'http', ...definitionOf }, kind: 'http', text: '', ...data }),
  edges: ['start -> pay', 'pay.paid -> bye', 'pay.ok -> bye', 'pay.clientError -> bye', 'pay.serverError -> bye', 'pay.timeout -> bye'],
});
const ofNote = { url: 'https://pay.example.org/{{ note }}', json: { a: { name: 'amount', value: 'amount', order: 1 } } };
const given = { inputs: { amount: { value: 'amount' } } };

export const cases: CheckCases = {
  flags: [
    { why: 'nothing chosen', flow: flow({ plugin: null }), severity: 'error', node: 'pay', field: 'plugin' },
    { why: 'an input that must be given', flow: flow({}), severity: 'error', node: 'pay', field: 'inputs.amount.value', says: 'needs “Amount”' },
    { why: 'an input of another type', flow: flow({ inputs: { amount: { value: 'name' } } }), severity: 'error', node: 'pay', field: 'inputs.amount.value', says: 'is a text' },
    { why: 'an address of something that is no input', flow: flow({ ...given, plugin: { ...definition, url: 'https://pay.example.org/{{ who }}' } }), severity: 'error', node: 'pay', field: 'plugin', says: 'who' },
    { why: 'a header of something that is no input', flow: flow({ ...given, plugin: { ...definition, headers: { h: { name: 'X-Name', value: '{{ name }}', order: 1 } } } }), severity: 'error', node: 'pay', field: 'plugin' },
    { why: 'a value in an address that names nothing', flow: asking(ofNote, { inputs: { amount: { value: 'amount' }, note: { value: 'nobody' } } }), severity: 'error', node: 'pay', field: 'inputs.note.value', says: 'There is no variable nobody' },
    { why: 'a value in a header that does not parse', flow: asking({ ...ofNote, url: definition.url, headers: { h: { name: 'X-Note', value: '{{ note }}', order: 1 } } }, { inputs: { amount: { value: 'amount' }, note: { value: 'name +' } } }), severity: 'error', node: 'pay', field: 'inputs.note.value', says: 'cannot be computed' },
    { why: 'a value that nothing of the request uses and that names nothing', flow: asking({ ...ofNote, url: definition.url }, { inputs: { amount: { value: 'amount' }, note: { value: 'nobody' } } }), severity: 'error', node: 'pay', field: 'inputs.note.value' },
    { why: 'a value for an input that is gone', flow: flow({ inputs: { ...given.inputs, gone: { value: 'name' } } }), severity: 'warning', node: 'pay', field: 'inputs.gone.value', says: 'does not take', fix: 'Take it away' },
    { why: 'a broken value for an input that is gone', flow: flow({ inputs: { ...given.inputs, gone: { value: 'nobody +' } } }), severity: 'warning', node: 'pay', field: 'inputs.gone.value', fix: 'Take it away' },
    { why: 'a variable for an output that is gone', flow: flow({ ...given, results: { gone: { variable: 'name' } } }), severity: 'warning', node: 'pay', field: 'results.gone.variable', says: 'does not give', fix: 'Take it away' },
    { why: 'a newer version', flow: flow(given), circumstances: { plugins: [{ ...definition, version: 3 }] }, severity: 'info', node: 'pay', field: 'plugin', says: 'payment-link@3', fix: 'Take version 3' },
    { why: 'a newer version with a way out more', flow: flow(given), circumstances: { plugins: [{ ...definition, version: 3, codes: { ...definition.codes, refused: { code: 'refused', label: 'Refused', order: 2 } } }] }, severity: 'info', node: 'pay', fix: null },
  ],
  passes: [
    { why: 'all that must be given', flow: flow(given) },
    { why: 'an address and a header of its inputs', flow: flow({ ...given, plugin: { ...definition, url: 'https://pay.example.org/{{ amount }}', headers: { h: { name: 'X-Note', value: '{{ upper(note) }}', order: 1 } } } }) },
    { why: 'computed, and what may be given besides', flow: flow({ inputs: { amount: { value: 'amount * 2' }, note: { value: 'name + "!"' } } }) },
    { why: 'a value in an address that can be computed', flow: asking(ofNote, { inputs: { amount: { value: 'amount' }, note: { value: 'upper(name)' } } }) },
    { why: 'a value in a body that names nothing: that is told as every expression is', flow: asking({}, { inputs: { amount: { value: 'amount' }, note: { value: 'nobody' } } }) },
    { why: 'a value that is told at the address and names nothing: the same', flow: flow({ inputs: { amount: { value: 'amount' }, note: { value: 'nobody' } } }) },
    { why: 'nothing for an input that is gone', flow: flow({ inputs: { ...given.inputs, gone: { value: '  ' } } }) },
    { why: 'no variable for an output that is gone', flow: flow({ ...given, results: { gone: { variable: '' } } }) },
    { why: 'the newest version', flow: flow(given), circumstances: { plugins: [definition] } },
    { why: 'a newer one of another plugin', flow: flow(given), circumstances: { plugins: [{ ...definition, key: 'other', version: 9 }] } },
  ],
};
