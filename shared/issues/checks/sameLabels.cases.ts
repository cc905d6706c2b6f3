import type { CheckCases } from '../cases.ts';

const choice = (a: string, b: string, channels = ['web']) => ({
  nodes: { start: 'start', pick: { choice: { body: 'Which?', options: { a: { label: a, order: 1 }, b: { label: b, order: 2 } } } }, bye: 'end' }, edges: ['start -> pick', 'pick.a -> bye', 'pick.b -> bye'], settings: { channels },
});

export const cases: CheckCases = {
  flags: [
    { why: 'the same', flow: choice('Car', 'Car'), severity: 'error', node: 'pick', field: 'options.b.label' },
    { why: 'the same but for case', flow: choice('Car', 'CAR'), severity: 'error', node: 'pick' },
    { why: 'also where a channel puts numbers before them', flow: choice('Car', 'Car', ['web', 'whatsapp']), severity: 'error', node: 'pick', says: 'takes the first' },
    { why: 'only in a translation', flow: { ...choice('Car', 'Van'), languages: ['en', 'fr'], translations: { fr: { 'pick/options.a.label': 'Auto', 'pick/options.b.label': 'Auto' } } }, severity: 'error', node: 'pick', says: 'Français' },
    { why: 'the same in two languages', flow: { ...choice('Car', 'Car'), languages: ['en', 'fr'], translations: { fr: { 'pick/options.a.label': 'Auto', 'pick/options.b.label': 'Auto' } } }, severity: 'error', node: 'pick', fix: 'Call it “Car 2”' },
    { why: 'the same, and as long as a label may be', flow: choice('x'.repeat(24), 'x'.repeat(24), ['whatsapp']), severity: 'error', node: 'pick', fix: null },
  ],
  passes: [
    { why: 'different', flow: choice('Car', 'Van') },
    { why: 'the same word in two choices', flow: { nodes: { start: 'start', one: { choice: { body: 'A?', options: { a: { label: 'Yes', order: 1 } } } }, two: { choice: { body: 'B?', options: { a: { label: 'Yes', order: 1 } } } }, bye: 'end' }, edges: ['start -> one', 'one.a -> two', 'two.a -> bye'] } },
    { why: 'two that show different variables', flow: { ...choice('{{one}}', '{{two}}'), variables: { one: 'text', two: 'text' } } },
  ],
};
