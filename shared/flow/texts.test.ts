import { describe, expect, test } from 'vitest';
import { seededRandom } from '../lib/id.ts';
import { sampleTypes } from '../test/flow/sampleTypes.ts';
import { applyBatch } from './applyBatch.ts';
import type { Flow } from './document.ts';
import { emptyFlow } from './emptyFlow.ts';
import { hashText } from './hashFlow.ts';
import { renameReferences, renameVariable } from './renameVariable.ts';
import { translatableTexts } from './translatableTexts.ts';
import { usedVariables } from './usedVariables.ts';

const translation = (text: string, source: string) => ({ text, source: hashText(source), by: 'person' as const, accepted: true });
const original = 'To {{ city }} for {{ price * 2 }}';

function flow(): Flow {
  const made = emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(1), nodeTypes: sampleTypes });
  return {
    ...made,
    languages: ['en', 'fr', 'hi'],
    variables: {
      a: { name: 'city', type: { kind: 'text' }, order: 1 }, b: { name: 'price', type: { kind: 'number' }, order: 2 }, c: { name: 'rates', type: { kind: 'list', of: { kind: 'number' } }, order: 3 },
    },
    nodes: { n: { type: 'say', x: 0, y: 0, data: { text: original, when: 'price > 3 && "price" != city', options: { o: { label: 'Yes', order: 1 } }, tags: [], into: 'b' } } },
    translations: { fr: { 'n/text': translation('À {{ city }} pour {{ price }}', original), 'n/options.o.label': translation('Oui', 'Yep') }, hi: { 'n/text': translation(' ', original) } },
    settings: { ...made.settings, errorText: 'Sorry, {{ city }}', shortcuts: { s: { keywords: 'stop', does: { kind: 'restart' }, order: 1 } } },
  };
}

test('translatableTexts lists every text with its label and the state of each translation', () => {
  const states = translatableTexts(flow(), sampleTypes).map(({ key, label, original: text, languages }) => [key, label, text, languages]);
  expect(states).toEqual([
    ['n/text', 'Text', original, { fr: 'ok', hi: 'missing' }],
    ['n/options.o.label', 'Label', 'Yes', { fr: 'outdated', hi: 'missing' }],
    ['settings/errorText', 'Error text', 'Sorry, {{ city }}', { fr: 'missing', hi: 'missing' }],
    ['settings/unreadableText', 'Unreadable message', expect.any(String), { fr: 'missing', hi: 'missing' }],
    ['settings/waitingText', 'One moment', expect.any(String), { fr: 'missing', hi: 'missing' }],
    ['settings/shortcuts.s.keywords', 'Shortcut words', 'stop', { fr: 'missing', hi: 'missing' }],
  ]);
});

test('usedVariables names every place, in templates, expressions, choices and translations', () => {
  expect(usedVariables(flow(), sampleTypes).map(({ name, path, in: kind }) => `${name} ${kind} ${path.join('.')}`)).toEqual([
    'city template nodes.n.data.text', 'price template nodes.n.data.text', 'price expression nodes.n.data.when', 'city expression nodes.n.data.when', 'price variable nodes.n.data.into',
    'city template settings.errorText', 'city template translations.fr.n/text.text', 'price template translations.fr.n/text.text',
  ]);
});

describe('renameVariable', () => {
  const rename = (variable: string, to: string, of = flow()) => renameVariable({ flow: of, variable, to, nodeTypes: sampleTypes });
  const renamed = (variable: string, to: string): Flow => {
    const renaming = rename(variable, to);
    if (!renaming.ok) throw new Error(renaming.message);
    const applied = applyBatch(flow(), { ops: renaming.ops });
    if (!applied.ok) throw new Error(applied.refusal.message);
    return applied.flow;
  };

  test('rewrites parsed names only, and leaves texts in quotes alone', () => {
    const after = renamed('b', 'cost');
    expect(after.variables['b']?.name).toBe('cost');
    expect(after.nodes['n']?.data).toMatchObject({ text: 'To {{ city }} for {{ cost * 2 }}', when: 'cost > 3 && "price" != city' });
    expect(after.translations['fr']?.['n/text']?.text).toBe('À {{ city }} pour {{ cost }}');
    expect(usedVariables(after, sampleTypes).filter(({ name }) => name === 'price')).toEqual([]);
  });

  test('reaches the settings, and keeps translations that were up to date up to date', () => {
    const after = renamed('a', 'town');
    expect(after.settings.errorText).toBe('Sorry, {{ town }}');
    expect(translatableTexts(after, sampleTypes)[0]?.languages).toEqual({ fr: 'ok', hi: 'missing' });
    expect(translatableTexts(after, sampleTypes)[1]?.languages['fr']).toBe('outdated');
  });

  test('there and back is the same document', () => {
    const there = renamed('a', 'town');
    const back = renameVariable({ flow: there, variable: 'a', to: 'city', nodeTypes: sampleTypes });
    expect(back.ok && applyBatch(there, { ops: back.ops })).toEqual({ ok: true, flow: flow() });
  });

  test.each([
    ['a', 'price', 'already a variable'], ['a', '1st', 'starts with a letter'], ['zz', 'x', 'no longer there'],
  ])('%s to %s is refused', (variable, to, message) => {
    expect(rename(variable, to)).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });

  test('is refused where the new name would come to mean an item of a list', () => {
    const caught = flow();
    for (const text of ['{{ rates.map(x, x + price) }}', '{{ price > 1 && rates.exists(x, x > price) }}', '{{ rates.map(y, y).exists(x, price > 2) ? price : 0 }}']) {
      caught.nodes['n'] = { type: 'say', x: 0, y: 0, data: { text, when: '', options: {}, tags: [] } };
      expect(rename('b', 'x', caught), text).toMatchObject({ ok: false, message: expect.stringContaining('item') });
    }
  });

  test('leaves an item of a list alone that hides the variable', () => {
    const hidden = flow();
    hidden.nodes['n'] = { type: 'say', x: 0, y: 0, data: { text: '{{ price + sum(rates.map(price, price * 2)) }}', when: '', options: {}, tags: [] } };
    const renaming = rename('b', 'cost', hidden);
    expect(renaming.ok && renaming.ops.find(({ path }) => path[1] === 'n')).toMatchObject({ value: '{{ cost + sum(rates.map(price, price * 2)) }}' });
  });

  test('renameReferences rewrites a flow that only reads the name', () => {
    const renaming = renameReferences({ flow: { ...flow(), variables: {} }, from: 'city', to: 'town', nodeTypes: sampleTypes });
    // A translation's own text, and the two that are made from a rewritten original.
    expect(renaming.ok && renaming.ops.map(({ path }) => path[0])).toEqual(['nodes', 'nodes', 'settings', 'translations', 'translations', 'translations']);
  });
});
