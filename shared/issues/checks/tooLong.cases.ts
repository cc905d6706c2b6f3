import type { CheckCases } from '../cases.ts';

const choice = (channels: string[], data: Record<string, string | boolean>, label = 'A') => ({
  nodes: { start: 'start', pick: { choice: { body: 'Which?', ...data, options: { a: { label, order: 1 } } } }, bye: 'end' }, edges: ['start -> pick', data['several'] ? 'pick.chosen -> bye' : 'pick.a -> bye'], settings: { channels },
});

const form = (data: Record<string, string>, field: object) => ({
  nodes: { start: 'start', f: { form: { body: 'Who are you?', submit: 'Send', skip: 'Skip', ...data, fields: { n: { label: 'Name', kind: 'text', order: 1, ...field } } } }, bye: 'end' }, edges: ['start -> f', 'f.filled -> bye'], settings: { channels: ['web', 'whatsapp'] },
});

export const cases: CheckCases = {
  flags: [
    { why: 'a question that WhatsApp gets in pieces', flow: choice(['web', 'whatsapp'], { body: 'x'.repeat(1_025) }), severity: 'info', node: 'pick', field: 'body', says: 'WhatsApp takes 1024 beside options' },
    { why: 'the longest question there can be', flow: choice(['whatsapp'], { body: 'x'.repeat(4_096) }), severity: 'info', node: 'pick', field: 'body' },
    { why: 'several answers, which are one text with the question where they are written', flow: choice(['telegram'], { body: 'x'.repeat(4_091), several: true }), severity: 'error', node: 'pick', field: 'body', says: '4096' },
    { why: 'the field of a form below its text, where fields are asked one by one', flow: form({ body: 'x'.repeat(4_000) }, { label: 'y'.repeat(100) }), severity: 'error', node: 'f', field: 'body' },
    { why: 'the same with options beside it', flow: form({ body: 'x'.repeat(4_000) }, { label: 'y'.repeat(100), required: false }), severity: 'info', node: 'f', field: 'body' },
    { why: 'what gives a form up, which is an option there', flow: form({ cancel: 'x'.repeat(25) }, {}), severity: 'error', node: 'f', field: 'cancel' },
    { why: 'a header beside options, which is cut', flow: choice(['whatsapp'], { header: 'x'.repeat(61) }), severity: 'error', node: 'pick', field: 'header', says: 'WhatsApp takes 60, so people would read it cut off.' },
    { why: 'a footer beside options, which is cut', flow: choice(['telegram'], { footer: 'x'.repeat(201) }), severity: 'error', node: 'pick', field: 'footer', says: 'Telegram takes 200, so people would read it cut off.' },
    { why: 'a header of a text, which is refused', flow: { nodes: { start: 'start', hi: { message: { text: 'Hello', header: 'x'.repeat(61) } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'], settings: { channels: ['whatsapp'] } }, severity: 'error', node: 'hi', field: 'header', says: 'refuses the message' },
    { why: 'a header of a question that is a text there, because several answers cannot be tapped', flow: choice(['whatsapp'], { header: 'x'.repeat(61), several: true }), severity: 'error', node: 'pick', field: 'header', says: 'refuses the message' },
    { why: 'a header on the web, which is shown whole', flow: choice(['web'], { header: 'x'.repeat(201) }), severity: 'warning', node: 'pick', field: 'header', says: 'Web shows it whole, but more than 200 read badly there.' },
    { why: 'a header that the web shows whole and Telegram cuts at the same length', flow: choice(['web', 'telegram'], { header: 'x'.repeat(201) }), severity: 'error', node: 'pick', field: 'header', says: 'Telegram' },
    { why: 'an option: one letter too long for a list', flow: choice(['whatsapp'], {}, 'Pick-up at home or office'), severity: 'error', node: 'pick', field: 'options.a.label', says: 'has 25 characters; WhatsApp takes 24, so people would read it cut off.' },
    { why: 'only in a translation', flow: { ...choice(['whatsapp'], {}), languages: ['en', 'fr'], translations: { fr: { 'pick/options.a.label': 'y'.repeat(25) } } }, severity: 'error', node: 'pick', says: 'Français' },
    { why: 'a caption on Telegram', flow: { nodes: { start: 'start', pic: { message: { kind: 'image', media: { id: 'm', mime: 'image/png', name: 'a.png', bytes: 1 }, text: 'x'.repeat(1_025) } }, bye: 'end' }, edges: ['start -> pic', 'pic -> bye'], settings: { channels: ['telegram'] } }, severity: 'error', node: 'pic', field: 'text' },
  ],
  passes: [
    { why: 'as long as it may be', flow: choice(['whatsapp'], { body: 'x'.repeat(1_024), header: 'x'.repeat(60) }, 'x'.repeat(24)) },
    { why: 'a question and a text as long as they may be', flow: choice(['telegram'], { body: 'x'.repeat(4_096) }) },
    { why: 'the longest that fits with its one option', flow: choice(['telegram'], { body: 'x'.repeat(4_090), several: true }) },
    { why: 'an option that is written, not tapped', flow: choice(['whatsapp'], { several: true }, 'x'.repeat(60)) },
    { why: 'the button of a form, where fields are asked one by one', flow: form({ submit: 'x'.repeat(25) }, {}) },
    { why: 'an option of a field with several answers, which are written there', flow: form({}, { kind: 'choices', options: { a: { label: 'x'.repeat(60), order: 1 } } }) },
    { why: 'what passes a field, where the form is shown whole', flow: { ...form({ skip: 'x'.repeat(300) }, { required: false }), settings: { channels: ['web'] } } },
    { why: 'long, but only the web is meant', flow: choice(['web'], { body: 'x'.repeat(1_025), header: 'x'.repeat(61) }, 'x'.repeat(25)) },
    { why: 'letters of two code units count once', flow: choice(['whatsapp'], { header: '🚗'.repeat(60) }, '🚗'.repeat(24)) },
    { why: 'the name of a variable is not what people read', flow: { ...choice(['whatsapp'], {}, '{{aVeryLongNameOfAVariable}}'), variables: { aVeryLongNameOfAVariable: 'text' } } },
  ],
  unfixed: 'Cutting what people read would mutilate it, and what can be left out is the author’s to say.',
};
