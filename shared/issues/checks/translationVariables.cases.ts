import type { CheckCases } from '../cases.ts';

const flow = (original: string, translation: string) => ({
  languages: ['en', 'fr'], variables: { city: 'text', price: 'number' }, nodes: { start: 'start', hi: { message: { text: original } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'], translations: { fr: { 'hi/text': translation } },
});

export const cases: CheckCases = {
  flags: [
    { why: 'one lost', flow: flow('To {{city}}', 'En ville'), severity: 'warning', node: 'hi', field: 'text', says: 'leaves out {{city}}' },
    { why: 'one invented', flow: flow('Off we go', 'À {{city}}'), severity: 'warning', node: 'hi', says: 'no {{city}}' },
    { why: 'another one', flow: flow('To {{city}}', 'À {{price}}'), severity: 'warning', node: 'hi' },
    { why: 'a hole that does not end', flow: flow('To {{city}}', 'À {{city'), severity: 'warning', node: 'hi', says: 'no }} that closes it' },
    { why: 'in two languages, as one issue', flow: { ...flow('To {{city}}', 'En ville'), languages: ['en', 'fr', 'de'], translations: { fr: { 'hi/text': 'En ville' }, de: { 'hi/text': 'Zur Stadt' } } }, severity: 'warning', node: 'hi', says: 'Deutsch (de): It leaves out' },
    { why: 'a name that was translated', flow: flow('To {{city}} for {{price}}', 'À {{ ville }} pour {{price}} !'), severity: 'warning', node: 'hi', fix: 'Write {{city}} as the original does' },
    { why: 'a hole with one of its two braces', flow: flow('To {{city}} by car', 'À {{city} en voiture'), severity: 'warning', node: 'hi', fix: 'Write {{city}} as the original does' },
    { why: 'a hole that does not end, in the middle of a word', flow: flow('To {{city}}', 'À {{cityscape'), severity: 'warning', node: 'hi', fix: null },
  ],
  passes: [
    { why: 'the same', flow: flow('To {{city}} for {{price}}', '{{ price }} pour {{city}}') },
    { why: 'said twice', flow: flow('To {{city}}', '{{city}}, {{city}} !') },
    { why: 'words inside an expression are words', flow: flow('{{price > 3 ? "dear" : "cheap"}}', '{{price > 3 ? "cher" : "pas cher"}}') },
    { why: 'missing, which is another check', flow: flow('To {{city}}', ' ') },
  ],
};
