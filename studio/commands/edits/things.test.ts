import { removeAll } from '@parley/shared/flow/removeAll';
import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { duplicate } from './duplicate.ts';
import { countKinds, insideOf, moveTo, withInsides } from './things.ts';

const size = () => ({ width: 200, height: 100 });

function framed(): Flow {
  const flow = emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(3), nodeTypes });
  flow.nodes = {
    in: { type: 'message', x: 20, y: 20, data: {} },
    half: { type: 'message', x: 290, y: 20, data: {} },
    out: { type: 'message', x: 310, y: 20, data: {} },
  };
  flow.notes = { note: { text: 'Hi', x: 10, y: 200, width: 100, height: 50 } };
  flow.frames = {
    big: { title: 'Big', tone: 'work', x: 0, y: 0, width: 400, height: 300 },
    small: { title: 'Small', tone: 'talk', x: 10, y: 10, width: 250, height: 150 },
    over: { title: 'Over the edge', tone: 'talk', x: 300, y: 100, width: 250, height: 150 },
  };
  return flow;
}

test('in a frame stands what has its middle there, and frames that are in it whole', () => {
  expect(insideOf(framed(), 'big', size)).toEqual(['in', 'half', 'note', 'small']);
  expect(insideOf(framed(), 'small', size)).toEqual(['in']);
  expect(insideOf(framed(), 'in', size)).toEqual([]);
  expect(withInsides(framed(), ['small', 'in', 'out'], size)).toEqual(['small', 'in', 'out']);
});

test('a frame takes along what stands in it, each thing once; what has a place of its own goes there', () => {
  const flow = framed();
  moveTo(flow, new Map([['big', { x: 100, y: 1_000 }], ['small', { x: 500, y: 0 }]]), size);
  expect([flow.nodes['in'], flow.nodes['half'], flow.nodes['out'], flow.notes['note'], flow.frames?.['small']].map((thing) => [thing?.x, thing?.y])).toEqual([[120, 1_020], [390, 1_020], [310, 20], [110, 1_200], [500, 0]]);
});

test('a frame goes without what stands in it, and its copy comes with a copy of that', () => {
  const flow = framed();
  removeAll(flow, ['big'], nodeTypes);
  expect(Object.keys(flow.frames ?? {})).toEqual(['small', 'over']);
  expect(Object.keys(flow.nodes)).toEqual(['in', 'half', 'out']);
  const copies = duplicate(flow, withInsides(flow, ['small'], size), seededRandom(4));
  expect([...copies.keys()]).toEqual(['small', 'in']);
  expect(flow.frames?.[copies.get('small') ?? '']).toMatchObject({ title: 'Small', x: 50, y: 50 });
});

test('things are counted by their kind, and what is gone is not counted', () => {
  expect(countKinds(framed(), ['in', 'out', 'note', 'big', 'small', 'over', 'gone', 'constructor'])).toEqual({ nodes: 2, notes: 1, frames: 3 });
});
