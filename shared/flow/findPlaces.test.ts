import { describe, expect, test } from 'vitest';
import { seededRandom } from '../lib/id.ts';
import { nodeTypes } from '../nodes/index.ts';
import type { Flow, FlowSet } from './document.ts';
import { emptyFlow } from './emptyFlow.ts';
import { findPlaces, placeKinds } from './findPlaces.ts';
import type { PlaceKind, Wanted } from './findPlaces.ts';
import { applyBatch } from './applyBatch.ts';
import { replacePlaces } from './replacePlaces.ts';
import { usedVariables } from './usedVariables.ts';

const text = { kind: 'text' } as const;

function drawing(): FlowSet {
  const main: Flow = {
    ...emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(1), nodeTypes }),
    languages: ['en', 'de'],
    variables: { v1: { name: 'name', type: text, order: 1 }, v2: { name: 'pet_name', type: text, order: 2 } },
    nodes: {
      hi: { type: 'message', title: 'Say the name', x: 0, y: 0, data: { kind: 'text', text: 'Your name is {{name}}, name it {{pet_name + "name"}}.' } },
      ask: { type: 'ask', x: 0, y: 0, data: { question: 'Name?', expects: 'text', save: 'v1' } },
      if: { type: 'condition', x: 0, y: 0, data: { branches: { b: { when: 'name == "name" && size(pet_name) > 1', label: 'Named', order: 1 } } } },
    },
    notes: { n: { text: 'The NAME counts', x: 0, y: 0, width: 100, height: 100 } },
    frames: { f: { title: 'Names', tone: 'work', x: 0, y: 0, width: 100, height: 100 } },
    translations: { de: { 'hi/text': { text: 'Der name ist {{name}}', source: 'x', by: 'person', accepted: true } } },
  };
  const sub: Flow = { ...emptyFlow({ kind: 'subflow', language: 'en', random: seededRandom(2), nodeTypes }), nodes: { deep: { type: 'message', x: 0, y: 0, data: { kind: 'text', text: 'Deep {{name}}' } } } };
  return { main: 'main', flows: { main, sub } };
}

const wanted = (search: string, own: Partial<Wanted> = {}): Wanted => ({ text: search, matchCase: false, wholeWords: false, kinds: [...placeKinds], ...own });
const found = (search: string, own: Partial<Wanted> = {}): string[] => {
  const { flows } = drawing();
  return findPlaces(flows['main'] as Flow, wanted(search, own), nodeTypes).map(({ path, from, to, text: whole }) => `${path.slice(1).join('.')} ${from} ${whole.slice(from, to)}`);
};
const only = (kind: PlaceKind): Partial<Wanted> => ({ kinds: [kind] });

describe('found', () => {
  test('words of texts around expressions, of notes and frames, never a variable', () => {
    expect(found('name', only('text'))).toEqual(['hi.data.text 5 name', 'hi.data.text 23 name', 'ask.data.question 0 Name', 'if.data.branches.b.when 9 name', 'if.data.branches.b.label 0 Name', 'n.text 4 NAME', 'f.title 0 Name']);
  });
  test('with the case it is written in, and whole words only', () => {
    expect(found('name', { ...only('text'), matchCase: true })).toEqual(['hi.data.text 5 name', 'hi.data.text 23 name', 'if.data.branches.b.when 9 name']);
    expect(found('name', { ...only('text'), wholeWords: true })).not.toContain('f.title 0 Name');
  });
  test('a variable by its uses in expressions, wherever they are', () => {
    expect(found('pet_name', only('variable'))).toEqual(['v2.name 0 pet_name', 'hi.data.text 33 pet_name', 'if.data.branches.b.when 23 pet_name']);
    expect(found('name', { ...only('variable'), wholeWords: true })).toEqual(['v1.name 0 name', 'hi.data.text 15 name', 'ask.data.save 0 name', 'if.data.branches.b.when 0 name', 'de.hi/text.text 15 name']);
  });
  test('nodes by title and, without one, by type', () => {
    expect(found('the', only('node'))).toEqual(['hi.title 4 the']);
    expect(found('ask', only('node'))).toEqual(['ask.type 0 Ask']);
  });
  test('translations around their expressions', () => expect(found('name', only('translation'))).toEqual(['de.hi/text.text 4 name']));
  test.each(['', '.*', '((', '{{', '\\'])('%j is words, not a pattern', (search) => expect(found(search)).toEqual([]));
  test.each([['straße', 'Die STRASSE und Straße', 1], ['é', 'Café É', 2], ['نام', 'نام: نامها', 2]])('%s in %s', (search, where, count) => {
    const { flows } = drawing();
    const flow = { ...(flows['main'] as Flow), notes: { n: { text: where, x: 0, y: 0, width: 100, height: 100 } }, nodes: {} };
    expect(findPlaces(flow, wanted(search, only('text')), nodeTypes)).toHaveLength(count);
  });
});

describe('replaced', () => {
  const ask = (search: string, by: string, own: Partial<Wanted>) => {
    const set = drawing();
    const places = Object.entries(set.flows).flatMap(([flow, document]) => findPlaces(document, wanted(search, own), nodeTypes, flow === 'main' ? {} : set.flows['main']?.variables).map((place) => ({ ...place, flow })));
    return { set, done: replacePlaces(set, places, { wanted: wanted(search, own), by, nodeTypes }) };
  };
  const replace = (search: string, by: string, own: Partial<Wanted> = {}) => {
    const { set, done } = ask(search, by, own);
    if (!done.ok) throw new Error(done.message);
    const after = Object.fromEntries(Object.entries(set.flows).map(([id, flow]) => {
      const applied = applyBatch(flow, { ops: done.ops[id] ?? [] });
      if (!applied.ok) throw new Error(applied.refusal.message);
      return [id, applied.flow];
    }));
    return { ...done, after, main: after['main'] as Flow, sub: after['sub'] as Flow };
  };

  test('texts change and their expressions stay', () => {
    const { main, count, left } = replace('name', 'title', only('text'));
    expect(main.nodes['hi']?.data['text']).toBe('Your title is {{name}}, title it {{pet_name + "name"}}.');
    expect(main.nodes['if']?.data['branches']).toMatchObject({ b: { when: 'name == "name" && size(pet_name) > 1', label: 'titled' } });
    expect([count, left]).toEqual([6, 1]);
  });
  test('a variable is renamed wherever it is used, also in the flows that read it, and nothing names what is not there', () => {
    const { main, sub, renamed } = replace('name', 'first', { ...only('variable'), wholeWords: true });
    expect(renamed).toEqual([{ from: 'name', to: 'first' }]);
    expect(main.nodes['hi']?.data['text']).toBe('Your name is {{first}}, name it {{pet_name + "name"}}.');
    expect(sub.nodes['deep']?.data['text']).toBe('Deep {{first}}');
    const names = new Set(Object.values(main.variables ?? {}).map(({ name }) => name));
    for (const flow of [main, sub]) for (const use of usedVariables(flow, nodeTypes)) expect(names).toContain(use.name);
  });
  test('everything at once: words and variables of the same text', () => {
    const { main } = replace('name', 'label', { kinds: [...placeKinds] });
    expect(main.nodes['hi']?.data['text']).toBe('Your label is {{label}}, label it {{pet_label + "name"}}.');
    expect(main.nodes['hi']?.title).toBe('Say the label');
    expect(main.translations['de']?.['hi/text']?.text).toBe('Der label ist {{label}}');
  });
  test.each([
    ['to what is no name', 'a b', /starts with a letter/],
    ['to a name that is taken', 'pet_name', /already a variable called/],
  ])('a variable is not renamed %s', (_why, by, message) => expect(ask('name', by, { ...only('variable'), wholeWords: true }).done).toEqual({ ok: false, message: expect.stringMatching(message) }));
});
