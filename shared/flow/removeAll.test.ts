import { emptyFlow } from './emptyFlow.ts';
import { seededRandom } from '../lib/id.ts';
import { nodeTypes } from '../nodes/index.ts';
import { expect, test } from 'vitest';
import { removeAll } from './removeAll.ts';

/** A drawing from `a.exit>b` pairs; its nodes are asks with the ways out `answered`, `silent` and `unreadable`. */
function draw(edges: string) {
  const flow = emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(1), nodeTypes });
  const data = nodeTypes['ask']?.defaults(seededRandom(2)) ?? {};
  flow.nodes = {};
  edges.split(' ').forEach((pair, index) => {
    const [from = '', exit = '', to = ''] = pair.split(/[.>]/);
    for (const id of [from, to]) flow.nodes[id] ??= { type: 'ask', x: 0, y: 0, data };
    flow.edges[`e${index}`] = { from, exit, to };
  });
  return flow;
}

const exits = nodeTypes['ask']?.exits(nodeTypes['ask'].defaults(seededRandom(2))) ?? [];
const [main = '', other = ''] = exits.map(({ id }) => id);

test.each([
  ['what came in goes on to where the main way out led', `a.${main}>x x.${main}>b`, ['x'], [`a.${main}>b`]],
  ['several that came in all go on', `a.${main}>x c.${other}>x x.${main}>b`, ['x'], [`a.${main}>b`, `c.${other}>b`]],
  ['the first way out that leads somewhere counts', `a.${main}>x x.${other}>b`, ['x'], [`a.${main}>b`]],
  ['at the end of a way nothing goes on', `a.${main}>x`, ['x'], []],
  ['a way to itself is no way on', `a.${main}>x x.${main}>x`, ['x'], []],
  ['two in a row are joined across both', `a.${main}>x x.${main}>y y.${main}>b`, ['x', 'y'], [`a.${main}>b`]],
  ['in whatever order they were chosen', `a.${main}>x x.${main}>y y.${main}>b`, ['y', 'x'], [`a.${main}>b`]],
  ['a circle that closes becomes a way to itself', `a.${main}>x x.${main}>a`, ['x'], [`a.${main}>a`]],
])('%s', (_name, edges, removed, wanted) => {
  const flow = draw(edges);
  flow.translations['de'] = { 'x/question': { text: 'Weg', source: '', by: 'person', accepted: true } };
  removeAll(flow, removed, nodeTypes);
  expect(Object.values(flow.edges).map(({ from, exit, to }) => `${from}.${exit}>${to}`)).toEqual(wanted);
  expect(Object.keys(flow.translations['de'] ?? {})).toEqual([]);
  for (const id of removed) expect(flow.nodes[id]).toBeUndefined();
});
