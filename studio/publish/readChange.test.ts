import type { Change } from '@parley/shared/api/releases';
import { flowSchema } from '@parley/shared/flow/document';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en } from '../app/words/en.data.ts';
import { pages } from '../app/words/pages.data.ts';
import { readChange } from './readChange.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...pages } } }, interpolation: { escapeValue: false } }));

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

test.each([
  ['a text is called as in the inspector', { fields: [{ path: ['data', 'body'], before: 'Why?', after: 'What?' }] }, [{ label: 'Question', before: 'Why?', after: 'What?' }]],
  ['an entry of a list by its own label, never by its id', { fields: [{ path: ['data', 'options', 'health', 'label'], before: 'Health', after: 'Health centre' }] }, [{ label: 'Options › Health centre › Label', before: 'Health', after: 'Health centre' }]],
  ['a whole entry by its label, not as JSON', { fields: [{ path: ['data', 'options', 'health'], after: { label: 'Health centre', order: 1 } }] }, [{ label: 'Options', after: 'Health centre' }]],
  ['where a card stands is left out beside what matters', { fields: [{ path: ['x'], before: 0, after: 9 }, { path: ['title'], after: 'New' }] }, [{ label: 'Title', after: 'New' }]],
  ['a way by the titles of both its ends', { what: 'edge' as const, id: 'e1', fields: [{ path: ['to'], before: 'bye', after: 'topic' }] }, [{ label: 'leads to', before: 'End', after: 'What is it about?' }]],
  ['yes and no for a switch', { fields: [{ path: ['data', 'typed'], before: true, after: false }] }, [{ label: 'Accept typed answers', before: 'Yes', after: 'No' }]],
])('%s', (_what, own, fields) => expect(read(own).fields).toEqual(fields));

test('names are titles; a setting has its name in the settings; a translation says its language', () => {
  expect(read({}).name).toBe('What is it about?');
  expect(read({ what: 'edge', id: 'e1' }).name).toBe('Start');
  expect(read({ what: 'setting', id: 'silenceAfter' }).name).toBe('End after a silence of');
  expect(read({ what: 'translation', id: 'de/topic/body' })).toMatchObject({ name: 'What is it about?', sort: 'German' });
});

test('a new node says what people will read', () => {
  expect(readChange(change({ kind: 'added', id: 'bye' }), { before: undefined, after: flow }).summary).toBe('Goodbye then.');
});
