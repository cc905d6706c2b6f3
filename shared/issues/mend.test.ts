import { expect, test } from 'vitest';
import type { FlowSet } from '../flow/document.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import type { Sketch } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { mend } from './mend.ts';
import { verify } from './verify.ts';

/** A drawing with the fix of the first issue of a check made. */
function mended(check: string, flow: Sketch, subflows?: Record<string, Sketch>): FlowSet {
  const set = structuredClone(drawGolden({ flow, ...(subflows && { subflows }) }, nodeTypes));
  const issue = verify(set, nodeTypes).issues.find((each) => each.check === check && each.fix);
  const draft = issue && set.flows[issue.fix?.flow ?? issue.flow];
  if (!issue?.fix || !draft) throw new Error(`${check} has no fix here`);
  mend(draft, issue.fix, nodeTypes);
  // What was read of a document is kept by its parts, which are never changed in place.
  return structuredClone(set);
}

const spread = (...weights: number[]): Sketch => ({
  nodes: { start: 'start', s: { split: { branches: Object.fromEntries(weights.map((weight, place) => [`b${place}`, { weight, order: place }])) } }, bye: 'end' },
  edges: ['start -> s', ...weights.map((_, place) => `s.b${place} -> bye`)],
});

test.each([
  [[0, 0, 0], [34, 33, 33]],
  [[1, 0, 3], [17, 33, 50]],
  [[60, 40, 0], [40, 27, 33]],
  [[1_000, 1, 0], [66, 1, 33]],
])('weights %j become %j: parts of a hundred, in proportion', (weights, wanted) => {
  const { data } = mended('shares', spread(...weights)).flows['main']?.nodes['s'] ?? {};
  const branches = data?.['branches'];
  const made = Object.values(typeof branches === 'object' && branches !== null ? branches : {}).map((branch) => (typeof branch === 'object' && branch !== null && 'weight' in branch ? branch['weight'] : undefined));
  expect(made).toEqual(wanted);
  expect(wanted.reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test('a node that nobody reaches goes with its edges and translations, and what led there leads on', () => {
  const { nodes, edges, translations } = mended('unreachable', {
    languages: ['en', 'fr'], variables: { vip: 'boolean' }, translations: { fr: { 'never/text': 'Jamais' } },
    nodes: { start: 'start', one: { condition: { branches: { yes: { when: '1 > 2', order: 1 } } } }, never: { message: { text: 'Never' } }, bye: 'end' },
    edges: ['start -> one', 'one.yes -> never', 'one.otherwise -> bye', 'never -> bye'],
  }).flows['main'] ?? {};
  expect(Object.keys(nodes ?? {})).toEqual(['start', 'one', 'bye']);
  expect(Object.values(edges ?? {}).map(({ exit, to }) => `${exit} ${to}`)).toEqual(['next one', 'yes bye', 'otherwise bye']);
  expect(translations).toEqual({ fr: {} });
});

test('a label that is numbered leaves its translation up to date', () => {
  const set = mended('sameLabels', {
    languages: ['en', 'fr'], translations: { fr: { 'pick/options.a.label': 'Auto', 'pick/options.b.label': 'Voiture' } },
    nodes: { start: 'start', pick: { choice: { body: 'Which?', options: { a: { label: 'Car', order: 1 }, b: { label: 'Car', order: 2 } } } }, bye: 'end' }, edges: ['start -> pick', 'pick.a -> bye', 'pick.b -> bye'],
  });
  expect(set.flows['main']?.translations['fr']?.['pick/options.b.label']?.text).toBe('Voiture');
  expect(verify(set, nodeTypes).issues.filter(({ check }) => check === 'translationOutdated')).toEqual([]);
});

test('what a called flow lacks of the main one is mended there', () => {
  const set = mended('neverSet', { variables: { name: 'text' }, nodes: { start: 'start', call: { subflow: { flow: 'sub' } }, bye: 'end' }, edges: ['start -> call', 'call -> bye'] }, { sub: { nodes: { start: 'start', hi: { message: { text: 'Hi {{name}}' } }, bye: 'end' }, edges: ['start -> hi', 'hi -> bye'] } });
  expect(set.flows['main']?.variables['name']?.initial).toBe('');
  expect(set.flows['sub']?.variables).toEqual({});
});

test('a branch that is taken away takes its edge along', () => {
  const { edges } = mended('condition', {
    nodes: { start: 'start', if: { condition: { branches: { no: { when: 'false', order: 1 }, yes: { when: '1 < 2', order: 2 } } } }, bye: 'end' }, edges: ['start -> if', 'if.no -> bye', 'if.yes -> bye', 'if.otherwise -> bye'],
  }).flows['main'] ?? {};
  expect(Object.values(edges ?? {}).map(({ exit }) => exit)).toEqual(['next', 'yes', 'otherwise']);
});
