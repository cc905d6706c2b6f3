import type { CheckCases } from '../cases.ts';

const choice = (count: number, channels: string[], label = 'Option') => ({
  nodes: { start: 'start', pick: { choice: { body: 'Which?', options: Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, { label: `${label} ${i}`, order: i }])) } }, bye: 'end' },
  edges: ['start -> pick', ...Array.from({ length: count }, (_, i) => `pick.o${i} -> bye`)], settings: { channels },
});

export const cases: CheckCases = {
  flags: [
    { why: 'nothing to choose', flow: choice(0, ['web']), severity: 'error', node: 'pick', field: 'options' },
    { why: 'four buttons become a list', flow: choice(4, ['web', 'whatsapp']), severity: 'info', node: 'pick', says: 'WhatsApp as a list' },
    { why: 'eleven rows become pages', flow: choice(11, ['whatsapp']), severity: 'info', node: 'pick', says: '2 pages' },
    { why: 'a label too long for a button', flow: choice(2, ['whatsapp'], 'A rather long label'), severity: 'info', node: 'pick', says: 'a button takes 20' },
  ],
  passes: [
    { why: 'three buttons', flow: choice(3, ['whatsapp']) },
    { why: 'eleven on the web', flow: choice(11, ['web', 'telegram']) },
    { why: 'a label that just fits', flow: choice(1, ['whatsapp'], 'x'.repeat(18)) },
  ],
};
