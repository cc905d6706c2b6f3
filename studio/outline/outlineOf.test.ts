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
  expect(outlineOf(flow, nodeTypes).map(({ id, depth, again }) => [id === start ? 'start' : id, depth, again])).toEqual([['start', 0, false], ['a', 1, false], ['b', 2, false], ['a', 3, true]]);
});

test('ends with the nodes nobody reaches', () => {
  const { flow } = draw([['start', 'next', 'a'], ['lost', 'next', 'a']], ['a', 'lost']);
  expect(outlineOf(flow, nodeTypes).filter(({ depth }) => depth === 0).map(({ id }) => id).at(-1)).toBe('lost');
});

const area = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

test('a frame holds what stands in it, the smaller frame first, and the notes beside frames come last', () => {
  const { flow } = draw([['start', 'next', 'a'], ['a', 'next', 'b']], ['a', 'b']);
  Object.assign(flow.nodes['a'] ?? {}, { x: 1_000, y: 1_000 });
  Object.assign(flow.nodes['b'] ?? {}, { x: 1_000, y: 1_400 });
  flow.frames = { outer: { ...area(900, 900, 900, 900), title: 'Outer', tone: 'ends' }, inner: { ...area(950, 1_350, 400, 300), title: 'Inner', tone: 'ends' } };
  flow.notes = { loose: { ...area(0, 900, 100, 60), text: 'Loose' }, kept: { ...area(1_500, 1_000, 100, 60), text: 'Kept' }, above: { ...area(0, 500, 100, 60), text: 'Above' } };
  const rows = outlineOf(flow, nodeTypes).slice(3).map(({ id, is, depth, again, children }) => [id, is, depth, again, children]);
  expect(rows).toEqual([
    ['outer', 'frame', 0, false, 3], ['a', 'node', 1, true, 0], ['inner', 'frame', 1, false, 1], ['b', 'node', 2, true, 0], ['kept', 'note', 1, false, 0],
    ['above', 'note', 0, false, 0], ['loose', 'note', 0, false, 0],
  ]);
});

test('frames of one size and place stand in each other only one way', () => {
  const { flow } = draw([], []);
  flow.frames = { one: { ...area(500, 500, 300, 300), title: '', tone: 'ends' }, two: { ...area(500, 500, 300, 300), title: '', tone: 'ends' } };
  expect(outlineOf(flow, nodeTypes).slice(1).map(({ id, depth }) => [id, depth])).toEqual([['two', 0], ['one', 1]]);
});

test('every row has a key of its own, and what stands in a frame is folded with it', () => {
  const { flow } = draw([['start', 'next', 'a']], ['a']);
  flow.frames = { frame: { ...area(-100, -100, 900, 900), title: 'All', tone: 'ends' } };
  const keys = outlineOf(flow, nodeTypes).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => key.startsWith('/frame/'))).toHaveLength(2);
});
