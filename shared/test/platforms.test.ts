import { describe, expect, test } from 'vitest';
import { channelTypes } from '../flow/document.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import { verify } from '../issues/verify.ts';
import type { Sketch } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { breaksOf } from './oracle.ts';

const media = { id: 'm', mime: 'image/png', name: 'a.png', bytes: 1_000 };
const choice = (data: object) => ({ choice: { body: 'Which?', options: { a: { label: 'A', order: 1 } }, ...data } });
const form = (data: object, field: object = {}) => ({ form: { body: 'Hello', submit: 'Send', skip: 'Skip', yes: 'Yes', no: 'No', ...data, fields: { a: { label: 'Name', kind: 'text', order: 1, ...field }, b: { label: 'More', kind: 'text', order: 2 } } } });

/** A node that says `text` in one of all the places where something can be said, and its ways out. */
const places: Readonly<Record<string, [node: (text: string) => object, exits: string[]]>> = {
  'a message': [(text) => ({ message: { text } }), ['next']],
  'a header': [(header) => ({ message: { text: 'Hi', header } }), ['next']],
  'a footer': [(footer) => ({ message: { text: 'Hi', footer } }), ['next']],
  'a caption': [(text) => ({ message: { kind: 'image', media, text } }), ['next']],
  'what follows a recording': [(text) => ({ message: { kind: 'audio', media: { ...media, mime: 'audio/ogg' }, text } }), ['next']],
  'a question': [(question) => ({ ask: { question } }), ['answered']],
  'a question that can be skipped': [(question) => ({ ask: { question, skip: 'Skip' } }), ['answered', 'skipped']],
  'a way to skip': [(skip) => ({ ask: { question: 'Well?', skip } }), ['answered', 'skipped']],
  'a choice': [(body) => choice({ body }), ['a']],
  'the header of a choice': [(header) => choice({ header }), ['a']],
  'the footer of a choice': [(footer) => choice({ footer }), ['a']],
  'an option': [(label) => choice({ options: { a: { label, order: 1 } } }), ['a']],
  'the note of an option': [(note) => choice({ options: { a: { label: 'A', note, order: 1 } } }), ['a']],
  'a choice with several answers': [(body) => choice({ body, several: true }), ['chosen']],
  'one of several answers': [(label) => choice({ several: true, options: { a: { label, order: 1 } } }), ['chosen']],
  'the note of one of several answers': [(note) => choice({ several: true, options: { a: { label: 'A', note, order: 1 } } }), ['chosen']],
  'a choice from a list': [(body) => choice({ body, from: 'list', list: '["one"]', options: {} }), ['chosen', 'none']],
  'the text of a form': [(body) => form({ body }), ['filled']],
  'the button of a form': [(submit) => form({ submit }), ['filled']],
  'what gives a form up': [(cancel) => form({ cancel }), ['filled', 'cancelled']],
  'what passes a field': [(skip) => form({ skip }, { required: false }), ['filled']],
  'a field': [(label) => form({}, { label }), ['filled']],
  'a field that can be left out': [(label) => form({}, { label, required: false }), ['filled']],
  'the note of a field': [(note) => form({}, { note }), ['filled']],
  'an option of a field': [(label) => form({}, { kind: 'choice', options: { x: { label, order: 1 } } }), ['filled']],
  'one of several options of a field': [(label) => form({}, { kind: 'choices', options: { x: { label, order: 1 } } }), ['filled']],
  'yes': [(yes) => form({ yes }, { kind: 'yesNo' }), ['filled']],
  'an end': [(text) => ({ end: { text } }), []],
};

/** Where some platform draws a line, or what comes around a text brings one nearer; the longest text there can be has 4,096 letters. */
const lines = [20, 24, 60, 64, 72, 200, 400, 1_024, 4_083, 4_087, 4_090, 4_095];

function sketch(node: (text: string) => object, exits: readonly string[], channel: string, length: number): Sketch {
  return { nodes: { start: 'start', it: JSON.parse(JSON.stringify(node('n'.repeat(length)))), bye: 'end' }, edges: ['start -> it', ...exits.map((exit) => `it.${exit} -> bye`)].filter((edge) => exits.length > 0 || !edge.startsWith('it')), settings: { channels: [channel], silenceAfter: 'PT1H' } };
}

describe.each(Object.entries(places))('%s', (name, [node, exits]) => {
  test.each(channelTypes)('is refused by %s exactly where the proof says so', (channel) => {
    const wrong = [...new Set(lines.flatMap((line) => [line - 1, line, line + 1]))].flatMap((length) => {
      const drawn = sketch(node, exits, channel, length);
      const set = drawGolden(name === 'an end' ? { flow: { ...drawn, nodes: { start: 'start', it: drawn.nodes['it'] ?? 'end' } } } : { flow: drawn }, nodeTypes);
      const errors = verify(set, nodeTypes).issues.filter(({ severity }) => severity === 'error');
      const breaks = breaksOf(set, nodeTypes);
      return errors.length > 0 === breaks.length > 0 ? [] : [`${length}: the proof says ${errors.map(({ message }) => message).join(' ') || 'nothing'}, ${channel} ${breaks.join(', ') || 'nothing'}`];
    });
    expect(wrong).toEqual([]);
  });
});
