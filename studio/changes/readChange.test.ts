import type { Change } from '@parley/shared/api/releases';
import { compareFlows } from '@parley/shared/flow/compareSets';
import { flowSchema } from '@parley/shared/flow/document';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en } from '../app/words/en.data.ts';
import { history } from '../app/words/history.data.ts';
import { pages } from '../app/words/pages.data.ts';
import { readChange } from './readChange.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...pages, ...history } } }, interpolation: { escapeValue: false } }));

const flow = flowSchema.parse({
  schema: 1, kind: 'bot', languages: ['en', 'de'], notes: {}, translations: {}, variables: {},
  nodes: {
    start: { type: 'start', x: 0, y: 0, data: { openings: {} } },
    topic: { type: 'choice', title: 'What is it about?', x: 0, y: 0, data: { body: 'What?', options: { health: { label: 'Health centre', order: 1 } } } },
    bye: { type: 'end', x: 0, y: 0, data: { text: 'Goodbye then.' } },
  },
  edges: { e1: { from: 'start', exit: 'next', to: 'topic' } },
  settings: { channels: ['web'], zone: 'Europe/Paris', sessionHours: 24, errorText: '', unreadableText: '', waitingText: '', missingTranslationsAccepted: false, consentText: '', shortcuts: {} },
});
const change = (own: Partial<Change>): Change => ({ flow: 'main', kind: 'changed', what: 'node', id: 'topic', label: 'topic', fields: [], moved: false, ...own });
const read = (own: Partial<Change>) => readChange(change(own), { before: flow, after: flow });
/** What is read, without the places that putting back needs. */
const words = (own: Partial<Change>) => read(own).fields.map(({ paths: _paths, ...told }) => told);

test.each([
  ['a text is called as in the inspector', { fields: [{ path: ['data', 'body'], before: 'Why?', after: 'What?' }] }, [{ label: 'Question', before: 'Why?', after: 'What?' }]],
  ['an entry of a list by its own label, never by its id', { fields: [{ path: ['data', 'options', 'health', 'label'], before: 'Health', after: 'Health centre' }] }, [{ label: 'Options › Health centre › Label', before: 'Health', after: 'Health centre' }]],
  ['a whole entry by its label, not as JSON', { fields: [{ path: ['data', 'options', 'health'], after: { label: 'Health centre', order: 1 } }] }, [{ label: 'Options', after: 'Health centre' }]],
  ['where a card stands is left out beside what matters', { fields: [{ path: ['x'], before: 0, after: 9 }, { path: ['title'], after: 'New' }] }, [{ label: 'Title', after: 'New' }]],
  ['a way by the titles of both its ends', { what: 'edge' as const, id: 'e1', fields: [{ path: ['to'], before: 'bye', after: 'topic' }] }, [{ label: 'leads to', before: 'End', after: 'What is it about?' }]],
  ['yes and no for a switch', { fields: [{ path: ['data', 'typed'], before: true, after: false }] }, [{ label: 'Accept typed answers', before: 'Yes', after: 'No' }]],
])('%s', (_what, own, fields) => expect(words(own)).toEqual(fields));

test('names are titles; a setting has its name in the settings; a translation says its language', () => {
  expect(read({}).name).toBe('What is it about?');
  expect(read({ what: 'edge', id: 'e1' }).name).toBe('Start');
  expect(read({ what: 'setting', id: 'silenceAfter' }).name).toBe('End after a silence of');
  expect(read({ what: 'translation', id: 'de/topic/body' })).toMatchObject({ name: 'What is it about?', sort: 'German' });
});

test('a new node says what people will read', () => {
  expect(readChange(change({ kind: 'added', id: 'bye' }), { before: undefined, after: flow }).summary).toBe('Goodbye then.');
});

test('a new order of entries is one field with all of their places; other numbers for the same order are none', () => {
  const options = (own: Record<string, { label: string; order: number }>) => ({ ...flow, nodes: { ...flow.nodes, topic: { ...flow.nodes['topic'], type: 'choice', x: 0, y: 0, data: { body: 'What?', options: own } } } });
  const before = options({ a: { label: 'Apples', order: 1 }, b: { label: 'Bread', order: 2 }, c: { label: 'Cheese', order: 3 } });
  const fields = (after: typeof before) => readChange(change({ fields: compareFlows('main', before, after).flatMap((each) => each.fields) }), { before, after }).fields;
  expect(fields(options({ a: { label: 'Apples', order: 3 }, b: { label: 'Bread', order: 2 }, c: { label: 'Cheese', order: 1 } }))).toEqual([
    { label: 'Options, order', before: 'Apples, Bread, Cheese', after: 'Cheese, Bread, Apples', paths: [['data', 'options', 'a', 'order'], ['data', 'options', 'c', 'order']] },
  ]);
  expect(fields(options({ a: { label: 'Apples', order: 10 }, b: { label: 'Bread', order: 20 }, c: { label: 'Cheese', order: 30 } }))).toEqual([]);
});

test('what came or went says what it was', () => {
  const translated = { ...flow, translations: { de: { 'topic/body': { text: 'Worum geht es?', source: 'x', by: 'person' as const, accepted: true } } } };
  const gone = (own: Partial<Change>) => readChange(change({ kind: 'removed', ...own }), { before: translated, after: flow });
  expect(gone({ what: 'translation', id: 'de/topic/body' })).toMatchObject({ name: 'What is it about?', sort: 'German', summary: 'Worum geht es?' });
  expect(gone({ what: 'translation', id: 'de' })).toMatchObject({ name: 'All texts', sort: 'German' });
  expect(gone({ what: 'edge', id: 'e1' })).toMatchObject({ name: 'Start', sort: 'Connection', summary: 'leads to What is it about?' });
});
