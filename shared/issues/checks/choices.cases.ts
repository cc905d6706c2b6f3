import type { CheckCases } from '../cases.ts';

const choice = (count: number, channels: string[], label = 'Option') => ({
  nodes: { start: 'start', pick: { choice: { body: 'Which?', options: Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, { label: `${label} ${i}`, order: i }])) } }, bye: 'end' },
  edges: ['start -> pick', ...Array.from({ length: count }, (_, i) => `pick.o${i} -> bye`)], settings: { channels },
});

const list = (data: object, channels: string[]) => ({
  variables: { cars: { type: { kind: 'list', of: { kind: 'text' } }, initial: ['Wax'] } },
  nodes: { start: 'start', pick: { choice: { body: 'Which?', from: 'list', list: 'cars', ...data } }, bye: 'end' },
  edges: ['start -> pick', 'pick.chosen -> bye', 'pick.none -> bye'], settings: { channels },
});

export const cases: CheckCases = {
  flags: [
    { why: 'nothing to choose', flow: choice(0, ['web']), severity: 'error', node: 'pick', field: 'options' },
    { why: 'four buttons become a list', flow: choice(4, ['web', 'whatsapp']), severity: 'info', node: 'pick', says: 'WhatsApp as a list' },
    { why: 'eleven rows become pages', flow: choice(11, ['whatsapp']), severity: 'info', node: 'pick', says: '2 pages' },
    { why: 'a label too long for a button', flow: choice(2, ['whatsapp'], 'A rather long label'), severity: 'info', node: 'pick', says: 'a button takes 20' },
    { why: 'a list whose items nobody knows', flow: list({}, ['web', 'whatsapp']), severity: 'info', node: 'pick', field: 'list', says: 'cuts labels after 24' },
    { why: 'several answers of a list', flow: list({ several: true }, ['whatsapp', 'telegram']), severity: 'info', node: 'pick', field: 'list', says: 'WhatsApp and Telegram people write' },
    { why: 'several written answers', flow: { ...choice(2, ['telegram']), nodes: { start: 'start', pick: { choice: { body: 'Which?', several: true, options: { a: { label: 'A', order: 1 } } } }, bye: 'end' }, edges: ['start -> pick', 'pick.chosen -> bye'] }, severity: 'info', node: 'pick', field: 'several' },
  ],
  passes: [
    { why: 'a list on the web', flow: list({ several: true }, ['web', 'rest']) },
    { why: 'a list on Telegram', flow: list({}, ['telegram']) },
    { why: 'three buttons', flow: choice(3, ['whatsapp']) },
    { why: 'eleven on the web', flow: choice(11, ['web', 'telegram']) },
    { why: 'a label that just fits', flow: choice(1, ['whatsapp'], 'x'.repeat(18)) },
  ],
  unfixed: 'What there is to choose only the author knows, and what is told for information is no mistake.',
};
