import { describe, expect, test } from 'vitest';
import { compareFlows, compareSets } from './compareSets.ts';
import { flowSchema } from './document.ts';
import type { Flow } from './document.ts';

const translation = { text: 'Was?', source: 'x', by: 'person' as const, accepted: true };
const before = flowSchema.parse({
  schema: 1, kind: 'bot', languages: ['en', 'de'], notes: { memo: { text: 'Old', x: 0, y: 0, width: 200, height: 80 } }, translations: { de: { 'menu/body': translation } },
  variables: { v1: { name: 'topic', type: { kind: 'text' }, order: 1 }, v2: { name: 'size', type: { kind: 'number' }, order: 2 } },
  nodes: {
    start: { type: 'start', x: 0, y: 0, data: {} }, bye: { type: 'end', title: 'Bye', x: 600, y: 0, data: { text: 'Bye.' } },
    menu: { type: 'choice', title: 'Menu', x: 300, y: 0, data: { body: 'What?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } } } },
  },
  edges: { e1: { from: 'start', exit: 'next', to: 'menu' }, e2: { from: 'menu', exit: 'a', to: 'bye' } },
  settings: { channels: ['web'], zone: 'UTC', sessionHours: 24, errorText: '', unreadableText: '', waitingText: '', missingTranslationsAccepted: false, consentText: '', shortcuts: { s1: { keywords: 'menu', does: { kind: 'restart' }, order: 1 } } },
});
const told = (from: Flow | undefined, to: Flow | undefined): string[] => (from || to ? compareSets({ main: 'm', flows: from ? { m: from } : {} }, { main: 'm', flows: to ? { m: to } : {} }) : [])
  .map(({ kind, what, id, moved, fields }) => [kind, what, id, moved && 'moved', fields.map(({ path }) => path.join('.')).toSorted().join()].filter(Boolean).join(' '));

describe('what is different', () => {
  test.each<[string, (flow: Flow) => void, string[]]>([
    ['nothing', () => undefined, []],
    ['a node is added', (flow) => { flow.nodes['new'] = { type: 'end', x: 1, y: 1, data: {} }; }, ['added node new']],
    ['a node is removed', (flow) => { delete flow.nodes['bye']; }, ['removed node bye']],
    ['a node only stands elsewhere', (flow) => { Object.assign(flow.nodes['menu'] ?? {}, { x: 9, y: 9 }); }, ['changed node menu moved x,y']],
    ['a node stands elsewhere and says something else', (flow) => { Object.assign(flow.nodes['menu'] ?? {}, { x: 9, title: 'Other' }); }, ['changed node menu title,x']],
    ['a title is taken away', (flow) => { delete flow.nodes['menu']?.title; }, ['changed node menu title']],
    ['a text', (flow) => { Object.assign(flow.nodes['menu']?.data ?? {}, { body: 'Why?' }); }, ['changed node menu data.body']],
    ['an entry of a list is added', (flow) => { Object.assign(flow.nodes['menu']?.data['options'] ?? {}, { c: { label: 'C', order: 3 } }); }, ['changed node menu data.options.c']],
    ['the order of entries', (flow) => { Object.assign(flow.nodes['menu']?.data ?? {}, { options: { a: { label: 'A', order: 2 }, b: { label: 'B', order: 1 } } }); }, ['changed node menu data.options.a.order,data.options.b.order']],
    ['keys in another order are nothing', (flow) => { flow.nodes = Object.fromEntries(Object.entries(flow.nodes).toReversed()); flow.nodes['menu'] = { data: { options: { b: { order: 2, label: 'B' }, a: { order: 1, label: 'A' } }, body: 'What?' }, y: 0, x: 300, title: 'Menu', type: 'choice' }; }, []],
    ['a way is added', (flow) => { flow.edges['e3'] = { from: 'menu', exit: 'b', to: 'bye' }; }, ['added edge e3']],
    ['a way is removed', (flow) => { delete flow.edges['e2']; }, ['removed edge e2']],
    ['a way leads elsewhere', (flow) => { flow.edges['e2'] = { from: 'menu', exit: 'a', to: 'menu' }; }, ['changed edge e2 to']],
    ['a variable is added, one removed', (flow) => { flow.variables = { v1: { name: 'topic', type: { kind: 'text' }, order: 1 }, v3: { name: 'new', type: { kind: 'text' }, order: 2 } }; }, ['removed variable v2', 'added variable v3']],
    ['the order of variables', (flow) => { Object.assign(flow.variables['v1'] ?? {}, { order: 2 }); Object.assign(flow.variables['v2'] ?? {}, { order: 1 }); }, ['changed variable v1 order', 'changed variable v2 order']],
    ['a type', (flow) => { Object.assign(flow.variables['v1'] ?? {}, { type: { kind: 'number' } }); }, ['changed variable v1 type.kind']],
    ['a note', (flow) => { Object.assign(flow.notes['memo'] ?? {}, { text: 'New' }); flow.notes['two'] = { text: 'x', x: 0, y: 0, width: 100, height: 80 }; }, ['changed note memo text', 'added note two']],
    ['a translation', (flow) => { Object.assign(flow.translations['de']?.['menu/body'] ?? {}, { text: 'Wie?' }); }, ['changed translation de/menu/body text']],
    ['a translation is added', (flow) => { Object.assign(flow.translations['de'] ?? {}, { 'bye/text': translation }); }, ['added translation de/bye/text']],
    ['all of a language goes', (flow) => { flow.translations = {}; }, ['removed translation de']],
    ['the languages, and their order', (flow) => { flow.languages = ['de', 'en']; }, ['changed setting languages ']],
    ['a setting', (flow) => { flow.settings.zone = 'Europe/Paris'; }, ['changed setting zone ']],
    ['a setting that was not there', (flow) => { flow.settings.silenceAfter = 'PT1H'; }, ['added setting silenceAfter']],
    ['a shortcut', (flow) => { Object.assign(flow.settings.shortcuts['s1'] ?? {}, { keywords: 'help' }); }, ['changed setting shortcuts s1.keywords']],
  ])('%s', (_what, change, expected) => {
    const after = structuredClone(before);
    change(after);
    expect(told(before, after).map((line) => line.trim()).toSorted()).toEqual(expected.map((line) => line.trim()).toSorted());
  });

  test('a flow that came or went is one line, and what is in a new one follows', () => {
    expect(told(before, undefined)).toEqual(['removed flow m']);
    const lines = told(undefined, before);
    expect(lines[0]).toBe('added flow m');
    expect(lines).toContain('added node menu');
  });

  test('values stand on their sides', () => {
    const after = structuredClone(before);
    Object.assign(after.nodes['menu'] ?? {}, { title: 'Other' });
    delete after.nodes['bye'];
    expect(compareFlows('m', before, after)).toMatchObject([{ kind: 'removed', id: 'bye', label: 'Bye' }, { kind: 'changed', id: 'menu', label: 'Other', fields: [{ path: ['title'], before: 'Menu', after: 'Other' }] }]);
  });
});
