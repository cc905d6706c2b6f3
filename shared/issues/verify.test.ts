import { describe, expect, test } from 'vitest';
import { parseSyntax } from '../expressions/syntax.ts';
import type { FlowSet } from '../flow/document.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import type { Sketch } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { randomFlow } from '../test/randomFlow.ts';
import { checks } from './index.ts';
import { judge } from './meaning/judge.ts';
import { readsOf } from './meaning/readsOf.ts';
import { mend } from './mend.ts';
import { proofText } from './proofText.ts';
import { verify } from './verify.ts';

const menu: Sketch = {
  variables: { name: 'text', wash: 'text' },
  nodes: {
    start: 'start', hi: { ask: { question: 'Name?', save: 'name', timeout: 'PT1H' } },
    pick: { choice: { body: 'Which, {{name}}?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } }, save: 'wash', timeout: 'PT1H' } }, bye: { end: { text: 'Bye {{wash}}' } },
  },
  edges: ['start -> hi', 'hi -> pick', 'pick.a -> bye', 'pick.b -> bye'],
};

test('is total and settled: 50 random sets with all kinds of mistakes, twice the same', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 50; seed += 1) {
    const { issues, facts } = verify(randomFlow(seed), nodeTypes);
    for (const { check } of issues) seen.add(check);
    if (seed % 10 === 0) expect(verify(randomFlow(seed), nodeTypes)).toEqual({ issues, facts });
    const ranks = issues.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted());
  }
  expect(seen.size).toBeGreaterThan(14);
}, 120_000);

test.each<[string, FlowSet]>([
  ['no flows', { main: 'main', flows: {} }],
  ['a main flow that is gone', { main: 'gone', flows: drawGolden({ flow: menu }, nodeTypes).flows }],
  ['a node of an unknown type and data of no shape', JSON.parse(JSON.stringify(drawGolden({ flow: menu }, nodeTypes)).replace('"choice"', '"teleport"').replace('"question":"Name?"', '"question":7')) as FlowSet],
])('is total: %s', (_name, set) => {
  expect(() => verify(set, nodeTypes)).not.toThrow();
});

test('a sound bot has no issues, and the printed proof says what was looked at and what is promised', () => {
  const { issues, facts } = verify(drawGolden({ flow: menu }, nodeTypes), nodeTypes);
  expect(issues).toEqual([]);
  expect(facts).toMatchObject({ flows: 1, nodes: 4, waits: 4, ends: 1, variables: 2, languages: 1, calls: 0, channels: ['web'], checked: checks.map(({ name }) => name) });
  const text = proofText(issues, facts);
  expect(text).toContain(`Proof: 0 errors, 0 warnings. ${checks.length} checks over 1 flow, 4 nodes`);
  for (const { holds } of checks) expect(text).toContain(`ok  ${holds}`);
  expect(text).toContain('Not promised');
  expect(text).toContain('a way to an end');
});

test('the printed proof of an unsound bot names what is wrong', () => {
  const { issues, facts } = verify(drawGolden({ flow: { ...menu, edges: menu.edges.slice(0, -1) } }, nodeTypes), nodeTypes);
  const text = proofText(issues, facts);
  expect(text).toContain('no  Every exit leads somewhere: 1 issue');
  expect(text).toContain('Error: “B” of “Which, {{name}}?” leads nowhere');
  expect(text).toContain('Promised once the errors are mended');
});

test('the fixes of a whole list can be made one after the other', () => {
  const broken: Sketch = { ...menu, edges: menu.edges.slice(0, -1), nodes: { ...menu.nodes, hi: { ask: { question: 'Name?', save: 'name' } } }, variables: { ...menu.variables, spare: 'text' } };
  const set = structuredClone(drawGolden({ flow: broken }, nodeTypes));
  const fixable = verify(set, nodeTypes).issues.filter(({ fix }) => fix);
  expect(fixable.map(({ check }) => check).sort()).toEqual(['silence', 'unconnected', 'unused']);
  for (const { flow, fix } of fixable) {
    const draft = set.flows[fix?.flow ?? flow];
    if (draft && fix) mend(draft, fix, nodeTypes);
  }
  // What was read of a document is kept by its parts, which are never changed in place.
  expect(verify(structuredClone(set), nodeTypes).issues).toEqual([]);
});

const syntaxOf = (cel: string) => {
  const parsed = parseSyntax(cel);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.syntax;
};

describe('what an expression may read while nobody set it', () => {
  test.each([
    ['a + b', ['a', 'b']], ['isSet(a)', []], ['isSet(a) ? a : b', ['b']], ['isSet(a) && a > b', ['b']], ['!isSet(a) || a > 1', []], ['isSet(a) || a > 1', ['a']],
    ['!isSet(a) ? 1 : a', []], ['isSet(a) && isSet(b) ? a + b : 0', []], ['isSet(a) || isSet(b) ? a : 0', ['a']], ['list.map(x, x + a)', ['list', 'a']], ['!(isSet(a) && c) ? 0 : a', ['c']],
  ])('%s reads %j', (cel, names) => {
    expect(readsOf(syntaxOf(cel)).sort()).toEqual(names.toSorted());
  });
});

describe('what decides a condition', () => {
  const scope = { variables: { a: { kind: 'text' as const }, n: { kind: 'number' as const }, b: { kind: 'boolean' as const } }, initial: { a: '', n: 0, b: false } };
  test.each<[string, string | undefined, boolean | undefined]>([
    ['1 > 2', undefined, false], ['1 < 2', undefined, true], ['b', undefined, undefined], ['false && b', undefined, false], ['true || b', undefined, true], ['b && false', undefined, false],
    ['isSet(a)', 'a', false], ['!isSet(a)', 'a', true], ['a == ""', 'a', true], ['n > 3', 'n', false], ['isSet(a) && b', 'a', false], ['isSet(a) || b', 'a', undefined], ['a == "" && n > 0', 'a', undefined],
    ['timeNow() > time("12:00")', undefined, undefined], ['channel() == "web"', undefined, undefined], ['1 / 0 > 1', undefined, undefined],
  ])('%s with %s unset is %s', (cel, unset, verdict) => {
    expect(judge(syntaxOf(cel), { cel, scope, unset })).toBe(verdict);
  });
});
