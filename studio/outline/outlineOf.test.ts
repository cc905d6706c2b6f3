import { nodeTypes } from '@parley/shared/nodes/index';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { expect, test } from 'vitest';
import { outlineOf } from './outlineOf.ts';

function draw(edges: [string, string, string][], nodes: string[]) {
  const flow = emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(1), nodeTypes });
  const [start = ''] = Object.keys(flow.nodes);
  for (const id of nodes) flow.nodes[id] = { type: 'message', x: 0, y: 0, data: {} };
  edges.forEach(([from, exit, to], index) => { flow.edges[`e${index}`] = { from: from === 'start' ? start : from, exit, to }; });
  return { flow, start };
}

test('follows the ways out and shows a node that comes again only once', () => {
  const { flow, start } = draw([['start', 'next', 'a'], ['a', 'next', 'b'], ['b', 'next', 'a']], ['a', 'b']);
  expect(outlineOf(flow, nodeTypes).map(({ node, depth, again }) => [node === start ? 'start' : node, depth, again])).toEqual([['start', 0, false], ['a', 1, false], ['b', 2, false], ['a', 3, true]]);
});

test('ends with the nodes nobody reaches', () => {
  const { flow } = draw([['start', 'next', 'a'], ['lost', 'next', 'a']], ['a', 'lost']);
  expect(outlineOf(flow, nodeTypes).filter(({ depth }) => depth === 0).map(({ node }) => node).at(-1)).toBe('lost');
});
