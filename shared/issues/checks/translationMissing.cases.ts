import type { CheckCases } from '../cases.ts';

const flow = (translations: Record<string, Record<string, string>>, settings = {}) => ({
  languages: ['en', 'fr'], nodes: { start: 'start', hi: { message: { text: 'Hi' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'],
  translations, settings: { errorText: '', unreadableText: '', waitingText: '', ...settings },
});

const pays = (fr: Record<string, string>) => ({
  languages: ['en', 'fr'], nodes: { start: 'start', pay: { callback: { codes: { ok: { code: 'paid', label: 'Paid', order: 1 }, no: { code: 'refused', order: 2 } }, timeout: 'PT1H' } }, bye: 'end' },
  edges: ['start -> pay', 'pay.ok -> bye', 'pay.no -> bye', 'pay.timeout -> bye'], translations: { fr }, settings: { errorText: '', unreadableText: '', waitingText: '' },
});

export const cases: CheckCases = {
  flags: [
    { why: 'no translation', flow: flow({}), severity: 'error', node: 'hi', field: 'text', says: 'Français (fr)' },
    { why: 'an empty one', flow: flow({ fr: { 'hi/text': ' ' } }), severity: 'error', node: 'hi' },
    { why: 'a setting', flow: flow({ fr: { 'hi/text': 'Salut' } }, { errorText: 'Sorry' }), severity: 'error', field: 'errorText' },
    { why: 'a gap the author accepts', flow: flow({}, { missingTranslationsAccepted: true }), severity: 'warning', node: 'hi' },
    { why: 'a text of a called flow', flow: { ...flow({ fr: { 'hi/text': 'Salut' } }) }, subflows: { sub: { nodes: { start: 'start', sub: { message: { text: 'Sub' } }, bye: 'end' }, edges: ['start -> sub', 'sub -> bye'], settings: { errorText: '', unreadableText: '', waitingText: '' } } }, severity: 'error', node: 'sub' },
    { why: 'what people press at the address of a callback', flow: pays({}), severity: 'error', node: 'pay', field: 'codes.ok.label' },
  ],
  passes: [
    { why: 'a return code without a name of its own is a word between programs', flow: pays({ 'pay/codes.ok.label': 'Payé' }) },
    { why: 'translated', flow: flow({ fr: { 'hi/text': 'Salut' } }) },
    { why: 'one language', flow: { ...flow({}), languages: ['en'] } },
    { why: 'a machine translates', flow: flow({}), circumstances: { translates: true } },
    { why: 'a translation of an older text, which is another check', flow: flow({ fr: { 'hi/text': 'Salut' } }), change: (set) => JSON.parse(JSON.stringify(set).replace('"text":"Hi"', '"text":"Hello"')) },
  ],
  unfixed: 'A translation has to be written or made by a provider; what the original says is no translation.',
};
