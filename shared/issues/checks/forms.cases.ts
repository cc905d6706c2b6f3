import type { JsonObject } from '../../lib/json.ts';
import type { CheckCases } from '../cases.ts';

const form = (fields: Record<string, JsonObject>, channels = ['web']) => ({
  nodes: { start: 'start', f: { form: { body: 'Please', submit: 'Send', fields: Object.fromEntries(Object.entries(fields).map(([id, field], order) => [id, { label: id, order, ...field }])) } }, bye: 'end' },
  edges: ['start -> f', 'f.filled -> bye', 'f.noAnswer -> bye'],
  settings: { channels },
});
const yes = { label: 'Yes', order: 1 };

export const cases: CheckCases = {
  flags: [
    { why: 'no fields', flow: form({}), severity: 'error', node: 'f', field: 'fields' },
    { why: 'nothing to choose', flow: form({ a: { kind: 'choice' } }), severity: 'error', node: 'f', field: 'fields.a.options', says: 'nobody can go on' },
    { why: 'a condition that is none', flow: form({ a: { name: 'age' }, b: { onlyIf: 'when they are old' } }), severity: 'error', node: 'f', field: 'fields.b.onlyIf' },
    { why: 'a condition on a later field', flow: form({ a: { onlyIf: 'later' }, b: { name: 'later' } }), severity: 'error', node: 'f', field: 'fields.a.onlyIf' },
    { why: 'a condition on an option that is none', flow: form({ a: { kind: 'choice', name: 'car', options: { y: yes } }, b: { onlyIf: 'car == Never' } }), severity: 'error', node: 'f', field: 'fields.b.onlyIf' },
    { why: 'a day compared with yes', flow: form({ a: { kind: 'date', name: 'born' }, b: { onlyIf: 'born == yes' } }), severity: 'warning', node: 'f', field: 'fields.b.onlyIf', says: '“born” is a day, written like 1980-05-31.' },
    { why: 'yes or no compared with a word', flow: form({ a: { kind: 'yesNo', name: 'car' }, b: { onlyIf: 'car != maybe' } }), severity: 'warning', node: 'f', field: 'fields.b.onlyIf', says: 'never fits' },
    { why: 'two of one name', flow: form({ a: { name: 'age' }, b: { name: 'age' } }), severity: 'error', node: 'f', field: 'fields.b.name' },
    { why: 'a name with a blank', flow: form({ a: { name: 'my age' } }), severity: 'error', node: 'f', field: 'fields.a.name' },
    { why: 'a channel without forms', flow: form({ a: {} }, ['web', 'whatsapp']), severity: 'info', node: 'f', says: 'one by one on WhatsApp' },
    { why: 'two of one name, of which a condition speaks', flow: form({ a: { name: 'age' }, b: { name: 'age' }, c: { onlyIf: 'age' } }), severity: 'error', node: 'f', field: 'fields.b.name', fix: null },
  ],
  passes: [
    { why: 'a field of text', flow: form({ a: {} }) },
    { why: 'conditions on earlier fields', flow: form({ a: { kind: 'choice', name: 'car', options: { y: yes } }, b: { onlyIf: 'car == Yes', name: 'age', kind: 'number' }, c: { onlyIf: 'age >= 18' }, d: { onlyIf: '!age' } }) },
    { why: 'each kind compared with what it can be', flow: form({ a: { kind: 'yesNo', name: 'car' }, b: { kind: 'date', name: 'born', onlyIf: 'car == Yes' }, c: { kind: 'time', name: 'at', onlyIf: 'born >= 2000-01-31' }, d: { kind: 'number', name: 'age', onlyIf: 'at <= 17:30' }, e: { kind: 'text', name: 'city', onlyIf: 'age >= 17.5' }, f: { onlyIf: 'city == yes' } }) },
    { why: 'options of a kind that has none', flow: form({ a: { kind: 'yesNo' } }) },
  ],
};
