import type { Sketch } from '../../nodes/golden.ts';
import type { CheckCases } from '../cases.ts';

const flow = (node: Sketch['nodes'][string], exits: string[]) => ({ nodes: { start: 'start', it: node, bye: 'end' }, edges: ['start -> it', ...exits.map((exit) => `it.${exit} -> bye`)] });
const choice = (body: string, label: string) => flow({ choice: { body, options: { a: { label, order: 1 } } } }, ['a']);
const form = (body: string, submit: string, label: string) => flow({ form: { body, submit, fields: { a: { label, order: 1 } } } }, ['filled']);

export const cases: CheckCases = {
  flags: [
    { why: 'a question without words', flow: flow({ ask: {} }, ['answered']), severity: 'error', node: 'it', field: 'question' },
    { why: 'an option without a label', flow: choice('Which?', ''), severity: 'error', node: 'it', field: 'options.a.label', says: 'option' },
    { why: 'a field of a form without a label', flow: form('Please', 'Send', ''), severity: 'error', node: 'it', field: 'fields.a.label', says: 'The label of a field of' },
    { why: 'a form without words', flow: form('', 'Send', 'Name'), severity: 'error', node: 'it', field: 'body', says: 'The text of' },
    { why: 'a button without words', flow: form('Please', ' ', 'Name'), severity: 'error', node: 'it', field: 'submit', says: 'The button of' },
    { why: 'a text of blanks', flow: choice('   ', 'A'), severity: 'error', node: 'it', field: 'body' },
    { why: 'an image that was never chosen', flow: flow({ message: { kind: 'image', text: 'Look' } }, ['next']), severity: 'error', node: 'it', field: 'media' },
    { why: 'an image from a variable that was never named', flow: flow({ message: { kind: 'image', source: 'variable', text: 'Look' } }, ['next']), severity: 'error', node: 'it', field: 'file', says: 'no file yet' },
    { why: 'a document from an address that was never written', flow: flow({ message: { kind: 'document', source: 'address' } }, ['next']), severity: 'error', node: 'it', field: 'address', says: 'no file yet' },
    { why: 'a loop without a list', flow: { variables: { cars: { type: { kind: 'list', of: { kind: 'text' } } } }, nodes: { start: 'start', it: { loop: { list: '' } }, hi: { message: { text: 'x' } }, bye: 'end' }, edges: ['start -> it', 'it.each -> hi', 'hi -> it', 'it.done -> bye'] }, severity: 'error', node: 'it', says: 'is missing in “Loop”. Write what gives a list, for example orders.' },
    { why: 'no text to sort', flow: { variables: { wish: 'text' }, ...flow({ classify: { options: { a: { label: 'Price', order: 1 } } } }, ['a', 'unsure']) }, severity: 'error', node: 'it', field: 'text', says: 'An expression is missing in “Classify”. Write what gives a text, for example upper(name).' },
    { why: 'records of no collection', flow: flow({ record: {} }, ['found', 'none']), severity: 'error', node: 'it', field: 'collection' },
    { why: 'a message that says nothing', flow: flow({ message: {} }, ['next']), severity: 'warning', node: 'it' },
    { why: 'a call of no flow, which leads to its failing', flow: flow({ subflow: { flow: '' } }, ['done', 'failed']), severity: 'warning', node: 'it', fix: 'Delete “Subflow”' },
    { why: 'the same, where the other way out is the first', flow: { nodes: { start: 'start', it: { subflow: { flow: '' } }, ok: 'end', bad: { message: { text: 'Sorry' } } }, edges: ['start -> it', 'it.done -> ok', 'it.failed -> bad', 'bad -> ok'] }, severity: 'warning', node: 'it', fix: null },
  ],
  passes: [
    { why: 'words', flow: choice('Which?', 'A') },
    { why: 'a form with words', flow: form('Please', 'Send', 'Name') },
    { why: 'only an expression', flow: { ...choice('{{name}}', '{{name}}'), variables: { name: 'text' } } },
    { why: 'an end without last words', flow: { nodes: { start: 'start', bye: 'end' }, edges: ['start -> bye'] } },
    { why: 'a message of text, which needs no file', flow: flow({ message: { text: 'Hi' } }, ['next']) },
  ],
};
