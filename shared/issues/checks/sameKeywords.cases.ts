import type { CheckCases } from '../cases.ts';

const flow = (one: string, two: string, label = 'Car') => ({
  nodes: { start: 'start', pick: { choice: { body: 'Which?', options: { a: { label, order: 1 } } } }, bye: 'end' }, edges: ['start -> pick', 'pick.a -> bye'],
  settings: { shortcuts: { s1: { keywords: one, does: { kind: 'restart' }, order: 1 }, s2: { keywords: two, does: { kind: 'dialog', dialog: 'language' }, order: 2 } } },
});

export const cases: CheckCases = {
  flags: [
    { why: 'one word for two shortcuts', flow: flow('restart, again', 'language, again'), severity: 'error', field: 'shortcuts.s2.keywords', says: 'again' },
    { why: 'the same but for case', flow: flow('Restart', 'RESTART'), severity: 'error' },
    { why: 'in another language', flow: { ...flow('restart', 'language'), languages: ['en', 'fr'], translations: { fr: { 'settings/shortcuts.s1.keywords': 'langue', 'settings/shortcuts.s2.keywords': 'langue' } } }, severity: 'error', fix: null },
    { why: 'in another language beside its own', flow: { ...flow('restart', 'language'), languages: ['en', 'fr'], translations: { fr: { 'settings/shortcuts.s1.keywords': 'langue', 'settings/shortcuts.s2.keywords': 'langue, parler' } } }, severity: 'error', fix: 'Take “langue” away' },
    { why: 'an option that reads like a shortcut', flow: flow('menu', 'language', 'Menu'), severity: 'warning', node: 'pick', field: 'options.a.label' },
  ],
  passes: [
    { why: 'different words', flow: flow('restart', 'language') },
    { why: 'a word that is part of another', flow: flow('start', 'restart') },
    { why: 'one word twice in one shortcut', flow: flow('restart, restart', 'language') },
  ],
};
