import type { FlowSet } from '../../flow/document.ts';
import type { CheckCases } from '../cases.ts';

const flow = { languages: ['en', 'fr'], nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: { end: { text: 'Bye' } } }, edges: ['start -> hi', 'hi -> bye'], translations: { fr: { 'hi/text': 'Salut', 'bye/text': 'Adieu' } } };
const made = (by: 'person' | 'machine', accepted: boolean, keys = ['hi/text', 'bye/text']) => (set: FlowSet): FlowSet => {
  const copy = JSON.parse(JSON.stringify(set)) as FlowSet;
  for (const document of Object.values(copy.flows)) for (const key of keys) Object.assign(document.translations['fr']?.[key] ?? {}, { by, accepted });
  return copy;
};

export const cases: CheckCases = {
  flags: [
    { why: 'two nobody accepted', flow, change: made('machine', false), severity: 'warning', says: '2 texts in Français (fr) were translated by a machine' },
    { why: 'one of two', flow, change: made('machine', false, ['hi/text']), severity: 'warning', says: '1 text in Français (fr) was translated by a machine' },
    { why: 'of an older original, too', flow, change: (set) => { const copy = made('machine', false)(set); for (const { nodes } of Object.values(copy.flows)) for (const node of Object.values(nodes)) if (node.type === 'message') node.data['text'] = 'Hello'; return copy; }, severity: 'warning', says: '2 texts' },
    { why: 'in two languages', flow: { ...flow, languages: ['en', 'fr', 'de'], translations: { ...flow.translations, de: { 'hi/text': 'Hallo', 'bye/text': 'Ade' } } }, change: (set) => JSON.parse(JSON.stringify(set).replaceAll('"by":"person","accepted":true', '"by":"machine","accepted":false')) as FlowSet, severity: 'warning', says: '2 texts in Français (fr) and 2 in Deutsch (de) were' },
  ],
  passes: [
    { why: 'by people', flow },
    { why: 'accepted', flow, change: made('machine', true) },
    { why: 'of a text that is gone', flow: { ...flow, translations: { fr: { 'hi/text': 'Salut', 'bye/text': 'Adieu', 'gone/text': 'Où' } } }, change: made('machine', false, ['gone/text']) },
  ],
};
