import type { ValueType } from '../../expressions/types.ts';
import type { CheckCases } from '../cases.ts';

const ask = (expects: string, kind: string) => ({
  variables: { kept: { type: { kind } } }, nodes: { start: 'start', q: { ask: { question: 'Well?', expects, save: 'kept' } }, bye: { end: { text: '{{kept}}' } } }, edges: ['start -> q', 'q.answered -> bye'],
});

const choice = (type: ValueType, several = false) => ({
  variables: { kept: { type } }, nodes: { start: 'start', q: { choice: { body: 'Which?', several, options: { a: { label: 'A', order: 1 } }, save: 'kept' } }, bye: 'end' }, edges: ['start -> q', several ? 'q.chosen -> bye' : 'q.a -> bye'],
});

const code = (kind: string) => ({
  variables: { kept: { type: { kind } } }, nodes: { start: 'start', c: { code: { code: 'export default function () { return 1; }', output: { kind: 'number' }, save: 'kept' } }, bye: 'end' }, edges: ['start -> c', 'c.done -> bye', 'c.failed -> bye'],
});

const form = (kind: string, type: ValueType) => ({
  variables: { kept: { type } }, nodes: { start: 'start', f: { form: { body: 'Hello', submit: 'Send', skip: 'Skip', yes: 'Yes', no: 'No', fields: { a: { label: 'A', kind, save: 'kept', order: 1 } } } }, bye: 'end' }, edges: ['start -> f', 'f.filled -> bye'],
});

export const cases: CheckCases = {
  flags: [
    { why: 'a number in a text', flow: ask('number', 'text'), severity: 'error', node: 'q', field: 'save', says: 'a number in “kept”, which takes a text' },
    { why: 'the label of an option in a date', flow: choice({ kind: 'date' }), severity: 'error', node: 'q', field: 'save' },
    { why: 'several answers in a text', flow: choice({ kind: 'text' }, true), severity: 'error', node: 'q', field: 'save', says: 'a list of texts' },
    { why: 'the result of a program', flow: code('boolean'), severity: 'error', node: 'c', field: 'save' },
    { why: 'a field of a form', flow: form('yesNo', { kind: 'text' }), severity: 'error', node: 'f', field: 'fields.a.save' },
    { why: 'the address to be called back at, in a date', flow: { variables: { kept: { type: { kind: 'date' } } }, nodes: { start: 'start', c: { callback: { codes: { ok: { code: 'ok', order: 1 } }, address: 'kept', timeout: 'PT1H' } }, bye: 'end' }, edges: ['start -> c', 'c.ok -> bye', 'c.timeout -> bye'] }, severity: 'error', node: 'c', field: 'address' },
    { why: 'a day and time in a date', flow: ask('when', 'date'), severity: 'error', node: 'q' },
  ],
  passes: [
    { why: 'a date is a text as well', flow: ask('date', 'text') },
    { why: 'a number in a number', flow: ask('number', 'number') },
    { why: 'several answers in a list', flow: choice({ kind: 'list', of: { kind: 'text' } }, true) },
    { why: 'part of what a place is', flow: { ...ask('location', 'text'), variables: { kept: { type: { kind: 'object', fields: { latitude: { kind: 'number' } } } } }, nodes: { start: 'start', q: { ask: { question: 'Where?', expects: 'location', save: 'kept' } }, bye: 'end' } } },
    { why: 'the number a program gives', flow: code('number') },
    { why: 'yes or no of a form', flow: form('yesNo', { kind: 'boolean' }) },
  ],
  unfixed: 'Whether the variable or the question has the wrong type shows only in what else uses them, and changing either moves the mistake.',
};
