import type { CheckCases } from '../cases.ts';

const choice = (channels: string[], data: Record<string, string>, label = 'A') => ({
  nodes: { start: 'start', pick: { choice: { body: 'Which?', ...data, options: { a: { label, order: 1 } } } }, bye: 'end' }, edges: ['start -> pick', 'pick.a -> bye'], settings: { channels },
});

export const cases: CheckCases = {
  flags: [
    { why: 'a question longer than WhatsApp takes', flow: choice(['web', 'whatsapp'], { body: 'x'.repeat(1_025) }), severity: 'error', node: 'pick', field: 'body', says: 'WhatsApp takes 1024' },
    { why: 'a header', flow: choice(['whatsapp'], { header: 'x'.repeat(61) }), severity: 'error', node: 'pick', field: 'header' },
    { why: 'an option: one letter too long for a list', flow: choice(['whatsapp'], {}, 'Pick-up at home or office'), severity: 'error', node: 'pick', field: 'options.a.label', says: '25 characters' },
    { why: 'only in a translation', flow: { ...choice(['whatsapp'], {}), languages: ['en', 'fr'], translations: { fr: { 'pick/options.a.label': 'y'.repeat(25) } } }, severity: 'error', node: 'pick', says: 'Français' },
    { why: 'a caption on Telegram', flow: { nodes: { start: 'start', pic: { message: { kind: 'image', media: { id: 'm', mime: 'image/png', name: 'a.png', bytes: 1 }, text: 'x'.repeat(1_025) } }, bye: 'end' }, edges: ['start -> pic', 'pic -> bye'], settings: { channels: ['telegram'] } }, severity: 'error', node: 'pic', field: 'text' },
  ],
  passes: [
    { why: 'as long as it may be', flow: choice(['whatsapp'], { body: 'x'.repeat(1_024), header: 'x'.repeat(60) }, 'x'.repeat(24)) },
    { why: 'long, but only the web is meant', flow: choice(['web'], { body: 'x'.repeat(1_025), header: 'x'.repeat(61) }, 'x'.repeat(25)) },
    { why: 'letters of two code units count once', flow: choice(['whatsapp'], { header: '🚗'.repeat(60) }, '🚗'.repeat(24)) },
    { why: 'the name of a variable is not what people read', flow: { ...choice(['whatsapp'], {}, '{{aVeryLongNameOfAVariable}}'), variables: { aVeryLongNameOfAVariable: 'text' } } },
  ],
};
