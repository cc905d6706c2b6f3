import type { CheckCases } from '../cases.ts';

const one = (when: string) => ({ condition: { branches: { yes: { when, order: 1 } } } });
const decide = (when: string, variables = {}) => ({ variables, nodes: { start: 'start', if: one(when), bye: 'end' }, edges: ['start -> if', 'if.yes -> bye', 'if.otherwise -> bye'] });
const say = (text: string, variables = {}) => ({ variables, nodes: { start: 'start', hi: { message: { text } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] });
const cars = { cars: { type: { kind: 'list', of: { kind: 'text' } } }, car: 'text', n: 'number' };
const loop = (list: string) => ({ variables: cars, nodes: { start: 'start', each: { loop: { list } }, hi: { message: { text: 'x' } }, bye: 'end' }, edges: ['start -> each', 'each.each -> hi', 'hi -> each', 'each.done -> bye'] });

export const cases: CheckCases = {
  flags: [
    { why: 'does not parse', flow: decide('age >='), severity: 'error', node: 'if', field: 'branches.yes.when' },
    { why: 'names a variable that does not exist', flow: decide('age > 3'), severity: 'error', node: 'if', says: 'age' },
    { why: 'is of the wrong type', flow: decide('age', { age: 'number' }), severity: 'error', node: 'if' },
    { why: 'a text that is never closed', flow: say('Hi {{ name'), severity: 'error', node: 'hi', field: 'text' },
    { why: 'a text with an unknown variable', flow: say('Hi {{name}}'), severity: 'error', node: 'hi', says: 'name' },
    { why: 'a translation with an unknown variable', flow: { ...say('Hi'), languages: ['en', 'fr'], translations: { fr: { 'hi/text': 'Salut {{nom}}' } } }, severity: 'error', node: 'hi', says: 'nom' },
    { why: 'a loop through a number', flow: loop('n'), severity: 'error', node: 'each', field: 'list', says: 'list' },
    { why: 'a bound of a date and time that names nothing', flow: { nodes: { start: 'start', ask: { ask: { question: 'When?', expects: 'when', earliest: 'opening' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'] }, severity: 'error', node: 'ask', field: 'earliest', says: 'opening' },
    { why: 'an address with an unknown variable', flow: { nodes: { start: 'start', look: { http: { url: 'https://a.example/{{order}}' } }, bye: 'end' }, edges: ['start -> look', 'look.ok -> bye'] }, severity: 'error', node: 'look', field: 'url', says: 'order' },
    { why: 'a header that is never closed', flow: { nodes: { start: 'start', look: { http: { url: 'https://a.example/', headers: { h: { name: 'x', value: '{{ a', order: 1 } } } }, bye: 'end' }, edges: ['start -> look', 'look.ok -> bye'] }, severity: 'error', node: 'look', field: 'headers.h.value' },
    { why: 'a text with a name that nearly is one', flow: say('Hi {{nmae}}', { name: { type: { kind: 'text' }, initial: 'you' } }), severity: 'error', node: 'hi', fix: 'Write “name”', or: 'Make “nmae”, a text that begins empty' },
    { why: 'a text and its translation with one', flow: { ...say('Hi {{nmae}}', { name: { type: { kind: 'text' }, initial: 'you' } }), languages: ['en', 'fr'], translations: { fr: { 'hi/text': 'Salut {{nmae}}' } } }, severity: 'error', node: 'hi', fix: 'Write “name”', or: 'Make “nmae”, a text that begins empty' },
    { why: 'a name that nearly is one that nothing sets', flow: say('Hi {{nmae}}', { name: 'text' }), severity: 'error', node: 'hi', fix: 'Make “nmae”, a text that begins empty' },
    { why: 'a name that nearly is one of another type', flow: decide('vipp', { vip: 'text' }), severity: 'error', node: 'if', fix: 'Make “vipp”, a yes/no value that begins as no' },
    { why: 'a list that nearly is one', flow: loop('carss'), severity: 'error', node: 'each', fix: 'Make “carss”, a list of texts that begins empty' },
    { why: 'a day, which begins with nothing an author would have chosen', flow: decide('date("2030-01-01") < day'), severity: 'error', node: 'if', fix: null },
    { why: 'a function without its brackets', flow: say('{{today}}'), severity: 'error', node: 'hi', fix: null },
    { why: 'two names that nothing has', flow: say('{{one}} {{two}}'), severity: 'error', node: 'hi', fix: null },
    { why: 'an address with a name that nearly is one', flow: { variables: { order: { type: { kind: 'text' }, initial: '1' } }, nodes: { start: 'start', look: { http: { url: 'https://a.example/{{ordre}}' } }, bye: 'end' }, edges: ['start -> look', 'look.ok -> bye'] }, severity: 'error', node: 'look', field: 'url', fix: 'Write “order”', or: 'Make “ordre”, a text that begins empty' },
  ],
  passes: [
    { why: 'an address with a known variable', flow: { variables: { order: 'text' }, nodes: { start: 'start', look: { http: { url: 'https://a.example/{{order}}' } }, bye: 'end' }, edges: ['start -> look', 'look.ok -> bye'] } },
    { why: 'parses and fits', flow: decide('age > 3', { age: 'number' }) },
    { why: 'a text with braces of its own', flow: say('Hi {name} } {') },
    { why: 'an expression that is not used, because the field is hidden', flow: { nodes: { start: 'start', ask: { ask: { question: 'Age?', expects: 'number', earliest: 'nonsense(' } }, bye: 'end' }, edges: ['start -> ask', 'ask -> bye'] } },
    { why: 'a loop through a list', flow: loop('cars') },
    { why: 'the session’s variable in a called flow', flow: { variables: { name: 'text' }, nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] }, subflows: { sub: say('Hi {{name}}') } },
  ],
};
