import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { textsOf } from '@parley/shared/flow/textsOf';
import { expect, test } from 'vitest';
import { addLanguage } from './languages.ts';

const fresh = () => emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(5), nodeTypes });

test('a known language brings the texts that the flow says by itself', () => {
  const flow = fresh();
  addLanguage(flow, 'de');
  expect(flow.languages).toEqual(['en', 'de']);
  expect(flow.translations['de']?.['settings/waitingText']?.text).toBe('Einen Moment, bitte.');
  expect(Object.keys(flow.translations['de'] ?? {}).toSorted()).toEqual(textsOf(flow, nodeTypes).map(({ key }) => key).toSorted());
});

test('what was reworded is the author’s to translate, and what is there stays', () => {
  const flow = fresh();
  flow.settings.errorText = 'The desk is closed.';
  flow.translations['de'] = { 'settings/waitingText': { text: 'Sekunde', source: 'x', by: 'person', accepted: true } };
  addLanguage(flow, 'de');
  expect(flow.translations['de']?.['settings/errorText']).toBeUndefined();
  expect(flow.translations['de']?.['settings/waitingText']?.text).toBe('Sekunde');
});

test('a language whose words are not known is added without', () => {
  const flow = fresh();
  addLanguage(flow, 'sw');
  addLanguage(flow, 'sw');
  expect(flow.languages).toEqual(['en', 'sw']);
  expect(flow.translations).toEqual({});
});
