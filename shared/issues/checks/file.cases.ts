import type { CheckCases } from '../cases.ts';

const sends = (channels: string[], kind: string, mime: string, bytes = 1_000) => ({
  nodes: { start: 'start', show: { message: { kind, media: { id: 'm', mime, name: 'menu', bytes }, text: 'Our menu' } }, bye: 'end' }, edges: ['start -> show', 'show -> bye'], settings: { channels },
});
const passesOn = (channels: string[], kind: string) => ({
  variables: { photo: 'file' }, nodes: { start: 'start', q: { ask: { question: 'A photo?', expects: 'media', save: 'photo' } }, show: { message: { kind, source: 'variable', file: 'photo' } }, bye: 'end' },
  edges: ['start -> q', 'q.answered -> show', 'show -> bye'], settings: { channels },
});
const flagged = { severity: 'error', node: 'show', field: 'media' } as const;

export const cases: CheckCases = {
  flags: [
    { why: 'a document sent as an image', flow: sends(['web'], 'image', 'application/pdf'), ...flagged, says: 'as an image; it is of type application/pdf' },
    { why: 'a drawing with scripts is no image', flow: sends(['web'], 'image', 'image/svg+xml'), ...flagged },
    { why: 'a type WhatsApp does not take', flow: sends(['web', 'whatsapp'], 'image', 'image/webp'), ...flagged, says: 'WhatsApp takes image/jpeg, image/png and refuses image/webp' },
    { why: 'a film Telegram does not take', flow: sends(['telegram'], 'video', 'video/webm'), ...flagged, says: 'Telegram takes video/mp4' },
    { why: 'too large for WhatsApp by a byte', flow: sends(['telegram', 'whatsapp'], 'image', 'image/png', 5_000_001), ...flagged, says: 'it has 5.1 MB, WhatsApp takes 5 and refuses it' },
    { why: 'too large for Telegram', flow: sends(['telegram'], 'document', 'application/pdf', 60_000_000), ...flagged, says: 'Telegram takes 50' },
    { why: 'one that nobody has seen: what WhatsApp takes is told', flow: passesOn(['web', 'whatsapp'], 'image'), severity: 'info', node: 'show', field: 'file', says: 'WhatsApp takes image/jpeg, image/png, at most 5 MB' },
    { why: 'one that lies elsewhere', flow: { nodes: { start: 'start', show: { message: { kind: 'audio', source: 'address', address: '"https://example.org/a.ogg"' } }, bye: 'end' }, edges: ['start -> show', 'show -> bye'], settings: { channels: ['telegram'] } }, severity: 'info', node: 'show', field: 'address', says: 'Telegram takes' },
  ],
  passes: [
    { why: 'one that nobody has seen, where every file that contacts may send is taken', flow: passesOn(['web', 'rest'], 'video') },
    { why: 'as large as it may be', flow: sends(['whatsapp'], 'image', 'image/png', 5_000_000) },
    { why: 'too large for WhatsApp, but only the web is meant', flow: sends(['web'], 'image', 'image/webp', 9_000_000) },
    { why: 'an image sent as a document, unchanged', flow: sends(['web', 'telegram'], 'document', 'image/webp', 20_000_000) },
    { why: 'a voice message on every channel', flow: sends(['web', 'rest', 'whatsapp', 'telegram'], 'audio', 'audio/ogg') },
  ],
};
