import { expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { prepare } from '../engine/prepare.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { contactsFor } from './contactsFor.ts';
import { writeTests } from './writeTests.ts';

const flow = {
  nodes: {
    start: 'start', s: { split: { branches: { a: { weight: 98, order: 1 }, b: { weight: 1, order: 2 }, c: { weight: 1, order: 3 }, d: { weight: 0, order: 4 } } } },
    one: { end: { text: 'One' } }, two: { end: { text: 'Two' } }, three: { end: { text: 'Three' } },
  },
  edges: ['start -> s', 's.a -> one', 's.b -> two', 's.c -> three', 's.d -> three'],
};
const machine = compile(drawGolden({ flow }, nodeTypes), nodeTypes);

test('as few contacts as take every share, the given one first', () => {
  const contacts = contactsFor(machine, 'Asha');
  expect(contacts[0]).toBe('Asha');
  expect(contacts).toHaveLength(3);
  expect(contactsFor({ ...machine, flows: {} }, undefined)).toEqual([undefined]);
});

test('the tests a machine writes take every branch that anybody takes', () => {
  const { tests, missing } = writeTests(prepare(machine), { language: 'en', clock: '2026-11-20T09:00:00Z', channel: 'web', nameOf: ({ key }) => key });
  expect(tests.map(({ conversation }) => conversation.find((step) => 'bot' in step))).toEqual(expect.arrayContaining([{ bot: 'One' }, { bot: 'Two' }, { bot: 'Three' }]));
  expect(missing.map(({ edge }) => edge)).toEqual(['e5']);
});
