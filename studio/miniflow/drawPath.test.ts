import { expect, test } from 'vitest';
import { drawPath } from './drawPath.ts';
import { miniNode } from './layout.ts';

const node = { type: 'message', x: 0, y: 0, data: {} };
const flow = {
  nodes: { a: node, b: node, c: node, d: node, e: node },
  edges: { ab: { from: 'a', exit: 'next', to: 'b' }, bc: { from: 'b', exit: 'next', to: 'c' }, cd: { from: 'c', exit: 'x', to: 'd' }, de: { from: 'd', exit: 'next', to: 'e' } },
};

test('a path is read as text is: along the row, then the next row', () => {
  const { nodes, width } = drawPath(flow, ['a', 'b', 'c'], ['d'], (id) => id);
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  const [a, b, c, d] = nodes;
  expect([b?.y, c?.x]).toEqual([a?.y, a?.x]);
  expect([d?.x, d?.y]).toEqual([b?.x, c?.y]);
  expect(width).toBeLessThanOrEqual(2 * miniNode.width + miniNode.gapX + 24);
});

test('edges to what is not in the picture are left out; a node that is gone has no place', () => {
  const { nodes, edges } = drawPath(flow, ['a', 'b', 'gone'], [], (id) => id);
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(edges.map(({ id }) => id)).toEqual(['ab']);
});
