import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { placeFrames } from '@parley/shared/layout/placeFrames';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../canvas/geometry.ts';
import { planTidy } from './tidyPlan.ts';

const size = { width: 216, height: 100 };

interface Sketch {
  cards: Record<string, [x: number, y: number]>;
  edges?: [from: string, to: string][];
  notes?: Record<string, [x: number, y: number]>;
  frames?: Record<string, [x: number, y: number, width: number, height: number]>;
}

function drawn({ cards, notes = {}, frames = {} }: Sketch): Flow {
  const end = { type: 'end', data: {} };
  return {
    ...emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(1), nodeTypes }),
    nodes: Object.fromEntries(Object.entries(cards).map(([id, [x, y]]) => [id, { ...end, x, y }])),
    notes: Object.fromEntries(Object.entries(notes).map(([id, [x, y]]) => [id, { text: id, x, y, width: 160, height: 80 }])),
    frames: Object.fromEntries(Object.entries(frames).map(([id, [x, y, width, height]]) => [id, { title: id, tone: 'talk' as const, x, y, width, height }])),
  };
}

/** Where everything stands after tidying. */
function tidied(sketch: Sketch, only?: readonly string[]): Record<string, Rect> {
  const flow = drawn(sketch);
  const edges = (sketch.edges ?? []).map(([from, to]) => ({ id: `${from}-${to}`, from, to }));
  const { ask, settle } = planTidy({ flow, only, edges, sizeOf: () => size });
  const before = { ...Object.fromEntries(Object.entries(flow.nodes).map(([id, { x, y }]) => [id, { x, y, ...size }])), ...flow.notes, ...flow.frames };
  return { ...Object.fromEntries(Object.entries(before).map(([id, { x, y, width, height }]) => [id, { x, y, width, height }])), ...Object.fromEntries(settle(placeFrames(ask))) };
}

const covers = (one: Rect | undefined, other: Rect | undefined): boolean => !!one && !!other && one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

const holds = (frame: Rect | undefined, thing: Rect | undefined): boolean => !!frame && !!thing && thing.x >= frame.x && thing.y >= frame.y && thing.x + thing.width <= frame.x + frame.width && thing.y + thing.height <= frame.y + frame.height;

const fromTo = (from: Rect | undefined, to: Rect | undefined): [number, number] => [(to?.x ?? 0) - (from?.x ?? 0), (to?.y ?? 0) - (from?.y ?? 0)];

describe('tidying', () => {
  test('a note goes with the card it stands beside', () => {
    const after = tidied({ cards: { a: [0, 0], b: [900, 700] }, edges: [['a', 'b']], notes: { about: [920, 600] } });
    expect(fromTo(after['b'], after['about'])).toEqual([20, -100]);
    expect(covers(after['a'], after['about'])).toBe(false);
  });

  test('a frame is put around its cards anew, and no other card comes to stand in it', () => {
    const after = tidied({ cards: { a: [0, 0], b: [0, 2_000], c: [600, 2_000], d: [0, 900] }, edges: [['a', 'b'], ['a', 'd'], ['b', 'c'], ['d', 'c']], frames: { paying: [-50, 1_900, 1_000, 300] } });
    expect([holds(after['paying'], after['b']), holds(after['paying'], after['c']), covers(after['paying'], after['a']), covers(after['paying'], after['d'])]).toEqual([true, true, false, false]);
    expect((after['paying']?.width ?? 0) * (after['paying']?.height ?? 0)).toBeLessThan(1_000 * 300);
  });

  test('a frame in a frame stays in it, with room for its title', () => {
    const after = tidied({ cards: { a: [40, 80], b: [400, 80] }, edges: [['a', 'b']], frames: { outer: [0, 0, 900, 300], inner: [20, 60, 250, 150] } });
    expect([holds(after['outer'], after['inner']), holds(after['inner'], after['a']), covers(after['inner'], after['b'])]).toEqual([true, true, false]);
    expect((after['inner']?.y ?? 0) - (after['outer']?.y ?? 0)).toBeGreaterThanOrEqual(30);
  });

  test('two frames that cover each other, and one around nothing, hold nothing up', () => {
    const after = tidied({ cards: { a: [40, 80] }, frames: { one: [0, 0, 400, 300], same: [0, 0, 400, 300], bare: [2_000, 0, 200, 200] } });
    expect([holds(after['one'], after['a']), holds(after['same'], after['a'])]).toEqual([true, true]);
    expect([after['bare']?.width, after['bare']?.height]).toEqual([200, 200]);
  });

  test('what belongs to no card goes along with the corner, or below where it would be covered; what stands in it goes with it', () => {
    const after = tidied({ cards: { a: [1_000, 1_000], b: [1_000, 1_500] }, edges: [['a', 'b']], notes: { far: [4_000, 1_000], covered: [1_000, 1_225], inBare: [1_030, 1_730] }, frames: { bare: [1_000, 1_700, 300, 200] } });
    expect(fromTo(after['a'], after['far'])).toEqual([3_000, 0]);
    expect(fromTo(after['bare'], after['inBare'])).toEqual([30, 30]);
    const things = Object.entries(after);
    expect(things.filter(([id, rect]) => id !== 'inBare' && id !== 'bare' && things.some(([other, area]) => other !== id && covers(rect, area)))).toEqual([]);
  });

  test('what stands beside a frame goes along with it', () => {
    const after = tidied({ cards: { a: [40, 200], b: [40, 1_200] }, edges: [['a', 'b'], ['b', 'a']], frames: { begin: [0, 160, 300, 200] }, notes: { above: [10, 40] } });
    expect(fromTo(after['begin'], after['above'])).toEqual([10, -120]);
  });

  test('a frame with the beginning in it comes first, whatever leads back to it', () => {
    const after = tidied({ cards: { z: [0, 900], start: [40, 40], menu: [400, 40] }, edges: [['start', 'menu'], ['menu', 'z'], ['z', 'menu']], frames: { begin: [0, 0, 700, 200] } });
    expect(after['begin']?.x).toBeLessThan(after['z']?.x ?? 0);
  });

  test('only some: their corner stays, what the others are in and have beside them stays', () => {
    const sketch: Sketch = { cards: { a: [0, 0], b: [100, 500], c: [900, 0] }, edges: [['a', 'b'], ['b', 'c']], notes: { ofB: [110, 610], ofC: [920, 120] }, frames: { all: [-40, -40, 1_300, 800] } };
    const after = tidied(sketch, ['a', 'b']);
    expect([after['c'], after['ofC'], after['all']]).toMatchObject([{ x: 900, y: 0 }, { x: 920, y: 120 }, { x: -40, y: -40, width: 1_300, height: 800 }]);
    expect([Math.min(after['a']?.x ?? 0, after['b']?.x ?? 0), Math.min(after['a']?.y ?? 0, after['b']?.y ?? 0)]).toEqual([0, 0]);
    expect(fromTo(after['b'], after['ofB'])).toEqual([10, 110]);
  });

  test('50 drawings with frames: each holds its cards and nothing else, none covers another, no two cards do', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const { sketch, frameOf } = randomSketch(seed);
      const after = tidied(sketch);
      const cards = Object.keys(sketch.cards);
      const frames = Object.keys(sketch.frames ?? {});
      const wrong = [
        ...cards.flatMap((card) => frames.filter((frame) => (frameOf(card) === frame ? !holds(after[frame], after[card]) : covers(after[frame], after[card]))).map((frame) => `${card} and ${frame}`)),
        ...[...cards.entries()].flatMap(([at, card]) => cards.slice(at + 1).filter((other) => covers(after[card], after[other])).map((other) => `${card} covers ${other}`)),
        ...[...frames.entries()].flatMap(([at, frame]) => frames.slice(at + 1).filter((other) => covers(after[frame], after[other])).map((other) => `${frame} covers ${other}`)),
      ];
      expect(wrong, `drawing ${seed}`).toEqual([]);
    }
  });
});

/** Up to 24 cards in a grid of frames of two by two, some of them missing, with ways between any of them. */
function randomSketch(seed: number): { sketch: Sketch; frameOf: (card: string) => string | undefined } {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const count = 3 + upTo(22);
  const ids = Array.from({ length: count }, (_, at) => `c${at}`);
  const frames = Math.ceil(count / 4);
  const framed = new Set(Array.from({ length: frames }, (_, at) => at).filter(() => random() < 0.7));
  const left = (frame: number): [number, number] => [(frame % 3) * 800, Math.floor(frame / 3) * 600];
  const cards = Object.fromEntries(ids.map((id, at): [string, [number, number]] => { const [x, y] = left(Math.floor(at / 4)); return [id, [x + 40 + (at % 2) * 300, y + 40 + (Math.floor(at / 2) % 2) * 200]]; }));
  const edges = ids.slice(1).map((id, at): [string, string] => [ids[upTo(at + 1)] ?? '', id]);
  const more = Array.from({ length: upTo(count) }, (): [string, string] => [ids[upTo(count)] ?? '', ids[upTo(count)] ?? '']);
  return {
    sketch: { cards, edges: [...edges, ...more.filter(([from, to]) => from !== to && !edges.some(([a, b]) => a === from && b === to))], frames: Object.fromEntries([...framed].map((at) => { const [x, y] = left(at); return [`f${at}`, [x, y, 700, 450]]; })) },
    frameOf: (card) => { const at = Math.floor(Number(card.slice(1)) / 4); return framed.has(at) ? `f${at}` : undefined; },
  };
}
