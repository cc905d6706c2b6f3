import * as z from 'zod';
import { expect, test } from 'vitest';
import { parseFlow } from '../flow/parseFlow.ts';
import { compile } from '../compiler/compile.ts';
import { defineNode } from '../nodes/defineNode.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { field } from '../nodes/fields.ts';
import { formOf } from '../nodes/formOf.ts';
import type { Golden } from '../nodes/golden.ts';
import { nodeTypes as real } from '../nodes/index.ts';
import { paletteOf } from '../nodes/paletteOf.ts';
import { drawGolden } from './drawGolden.ts';
import { nodeDocs } from './nodeDocs.ts';
import { playGolden } from './playGolden.ts';

/** A node type that exists in this file alone: rates from 1 to so many stars and tells the happy from the others. */
const rate = defineNode({
  type: 'rate',
  label: 'Rate',
  group: 'talk',
  icon: 'star',
  doc: 'Asks for stars.',
  schema: z.object({
    question: field(z.string().max(200).default(''), { label: 'Question', widget: 'longText', template: true, translatable: true, limit: 'text' }),
    stars: field(z.number().int().min(3).max(10).default(5), { label: 'Stars', widget: 'number', help: 'How many there are.' }),
    save: field(z.string().default(''), { label: 'Save in', widget: 'variable' }),
  }),
  defaults: () => ({ question: '', stars: 5, save: '' }),
  exits: (data) => [{ id: 'all', label: `${data.stars} stars` }, { id: 'fewer', label: 'Fewer' }],
  summary: (data) => data.question,
  compile(data, context) {
    const saved = context.variable(data.save);
    return {
      '': {
        entry: [{ type: 'send', message: { type: 'text', text: context.text('question') } }],
        wait: { for: 'message', recogniser: { kind: 'number', min: 1, max: data.stars, whole: true } },
        on: { answer: [{ to: context.state('rated'), ...(saved && { set: [{ variable: saved.name, value: { from: 'answer' } }] }) }], invalid: [{ to: context.state() }] },
      },
      rated: { always: [{ ...context.exit('all'), guard: { is: 'true', expression: context.expression(`${saved?.name ?? '0'} == ${data.stars}`, { kind: 'boolean' }) } }, context.exit('fewer')] },
    };
  },
});
const nodeTypes: NodeTypes = { ...real, rate };

const golden: Golden = {
  description: 'Three of four stars',
  flow: {
    languages: ['en', 'fr'],
    variables: { stars: 'number' },
    nodes: { start: 'start', ask: { rate: { question: 'How many stars, of 4?', stars: 4, save: 'stars' } }, great: { end: { text: 'Great' } }, sorry: { end: { text: 'Only {{stars}}?' } } },
    edges: ['start -> ask', 'ask.all -> great', 'ask.fewer -> sorry'],
    translations: { fr: { 'ask/question': 'Combien d’étoiles, sur 4 ?' } },
  },
  language: 'fr',
  clock: '2026-11-20T09:00:00Z',
  conversation: [{ user: 'hi' }, { bot: 'Combien d’étoiles, sur 4 ?' }, { user: '5' }, { bot: 'Combien d’étoiles, sur 4 ?' }, { user: '3' }, { bot: 'Only 3?' }, { ends: true }],
};

test('it is in the palette, under its family', () => {
  const talk = paletteOf(nodeTypes).find(({ group }) => group === 'talk');
  expect(talk?.entries.at(-1)).toEqual({ type: 'rate', label: 'Rate', icon: 'star', doc: 'Asks for stars.' });
});

test('the inspector has its form', () => {
  expect(formOf(rate)).toEqual([
    { name: 'question', path: ['question'], meta: { label: 'Question', widget: 'longText', template: true, translatable: true, limit: 'text' }, initial: '', maxLength: 200, fields: [] },
    { name: 'stars', path: ['stars'], meta: { label: 'Stars', widget: 'number', help: 'How many there are.' }, initial: 5, min: 3, max: 10, fields: [] },
    { name: 'save', path: ['save'], meta: { label: 'Save in', widget: 'variable' }, initial: '', fields: [] },
  ]);
});

test('the form of a node with lists and groups holds what is inside them', () => {
  const form = formOf(real['choice']!);
  const options = form.find(({ name }) => name === 'options');
  expect(options?.meta.widget).toBe('list');
  expect(options?.fields.map(({ path }) => path.join('.'))).toEqual(['options.*.label', 'options.*.note', 'options.*.synonyms', 'options.*.code']);
  expect(form.find(({ name }) => name === 'tries')).toMatchObject({ min: 0, max: 10, initial: 0 });
});

test('the validator checks it with its own schema', () => {
  const { flows } = drawGolden(golden, nodeTypes);
  expect(parseFlow(flows['main'], nodeTypes)).toMatchObject({ ok: true });
  const wrong = JSON.parse(JSON.stringify(flows['main']).replace('"stars":4', '"stars":11'));
  expect(parseFlow(wrong, nodeTypes)).toMatchObject({ ok: false, problems: [{ path: 'nodes.ask.data.stars' }] });
  expect(parseFlow(flows['main'], real)).toMatchObject({ ok: false, problems: [{ path: 'nodes.ask.type' }] });
});

test('the docs have its page, with its example', () => {
  const pages = nodeDocs(nodeTypes, { rate: { examples: [golden], fields: [] } });
  expect(pages['README.md']).toContain('- [Rate](rate.md): Asks for stars.');
  expect(pages['rate.md']).toContain('| Stars | How many there are. |');
  expect(pages['rate.md']).toContain('> **Bot:** Only 3?');
});

test('its texts are translated', () => {
  const machine = compile(drawGolden(golden, nodeTypes), nodeTypes);
  expect(machine.texts['main:ask/question']).toEqual({ en: ['How many stars, of 4?'], fr: ['Combien d’étoiles, sur 4 ?'] });
});

test('a conversation runs through it', () => {
  const played = playGolden(golden, nodeTypes);
  expect(played.conversation).toEqual(golden.conversation);
  expect(played.variables).toEqual({ stars: 3 });
});
