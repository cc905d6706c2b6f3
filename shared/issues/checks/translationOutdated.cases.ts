import type { FlowSet } from '../../flow/document.ts';
import type { CheckCases } from '../cases.ts';

const flow = { languages: ['en', 'fr'], nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'], translations: { fr: { 'hi/text': 'Salut' } } };
const edited = (from: string, to: string) => (set: FlowSet): FlowSet => JSON.parse(JSON.stringify(set).replace(from, to)) as FlowSet;

export const cases: CheckCases = {
  flags: [
    { why: 'the original was changed', flow, change: edited('"text":"Hi"', '"text":"Hello"'), severity: 'warning', node: 'hi', field: 'text', says: 'Français (fr)' },
    { why: 'only by one mark', flow, change: edited('"text":"Hi"', '"text":"Hi!"'), severity: 'warning', node: 'hi' },
    { why: 'a setting', flow: { ...flow, translations: { fr: { 'settings/errorText': 'Désolé' } } }, change: edited('"errorText":"Sorry', '"errorText":"Oh, sorry'), severity: 'warning', field: 'errorText' },
  ],
  passes: [
    { why: 'translated from today’s text', flow },
    { why: 'missing, which is another check', flow: { ...flow, translations: {} }, change: edited('"text":"Hi"', '"text":"Hello"') },
    { why: 'the translation itself was changed', flow, change: edited('"text":"Salut"', '"text":"Bonjour"') },
  ],
};
