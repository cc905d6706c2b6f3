import type { Point } from '@parley/shared/api/sockets';
import { beforeEach, describe, expect, test } from 'vitest';
import { tokens } from '../app/tokens.ts';
import { colourStyle, forgetOthers, forgetSilent, hearPeople, hearPoints, personColours, pointerOf, useOthers } from './others.ts';

const bea = { id: 'bea', name: 'Bea' };
const point = (over: Partial<Point> = {}): Point => ({ flowId: 'f', at: { x: 1, y: 2 }, chosen: [], field: null, moving: [], seen: null, ...over });
const hear = (from: string, by: { id: string; name: string }, given: Point | null, now = 0): void => hearPoints({ flowId: 'f', points: [{ from, by, point: given }] }, 'me', now);

beforeEach(forgetOthers);

describe('others at work', () => {
  test('are seen with what they chose, type in and drag, and are gone when they leave', () => {
    hear('s1', bea, point({ chosen: ['n1'], field: 'n1/text', moving: [{ id: 'n1', x: 5, y: 6 }] }));
    expect(useOthers.getState()).toMatchObject({ chosen: { 'f/n1': [bea] }, fields: { 'f/n1/text': [bea] }, moving: { f: { n1: { x: 5, y: 6 } } } });
    hear('s1', bea, null);
    expect(useOthers.getState()).toMatchObject({ pointers: {}, chosen: {}, fields: {}, moving: {} });
  });

  test('moving a pointer changes nothing that cards look at', () => {
    hear('s1', bea, point({ chosen: ['n1'] }));
    const { chosen, fields, moving } = useOthers.getState();
    hear('s1', bea, point({ chosen: ['n1'], at: { x: 9, y: 9 } }));
    expect(useOthers.getState().chosen).toBe(chosen);
    expect(useOthers.getState().chosen['f/n1']).toBe(chosen['f/n1']);
    expect(useOthers.getState().fields).toBe(fields);
    expect(useOthers.getState().moving).toBe(moving);
  });

  test('one’s own other window is nobody else; two windows of another are one person', () => {
    hear('s0', { id: 'me', name: 'Me' }, point({ chosen: ['n1'] }));
    expect(useOthers.getState().chosen).toEqual({});
    hear('s1', bea, point({ chosen: ['n1'] }), 1);
    hear('s2', bea, point({ chosen: ['n1'], flowId: 'f', at: { x: 7, y: 7 } }), 2);
    expect(useOthers.getState().chosen['f/n1']).toEqual([bea]);
    expect(pointerOf(useOthers.getState(), 'bea')?.point.at).toEqual({ x: 7, y: 7 });
  });

  test('who falls silent, or is no longer there, is forgotten', () => {
    hear('s1', bea, point({ chosen: ['n1'] }), 0);
    forgetSilent(10_000);
    expect(useOthers.getState().chosen['f/n1']).toEqual([bea]);
    forgetSilent(60_000);
    expect(useOthers.getState().chosen).toEqual({});
    hear('s1', bea, point({ chosen: ['n1'] }), 0);
    expect(hearPeople([bea, { id: 'me', name: 'Me' }], 'me')).toEqual([bea]);
    expect(hearPeople([bea], 'me')).toEqual([]);
    hearPeople([], 'me');
    expect(useOthers.getState().pointers).toEqual({});
  });
});

/** WCAG contrast of two colours. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [one, two] = [light(a), light(b)].toSorted((x, y) => y - x);
  return ((one ?? 0) + 0.05) / ((two ?? 0) + 0.05);
}

describe('colours of people', () => {
  test('stay theirs, and no two of as many as there are have the same', () => {
    const people = Array.from({ length: personColours }, (_, n) => ({ id: `account-${n}`, name: `P${n}` }));
    for (const person of people) hearPeople(people.slice(0, people.indexOf(person) + 1), 'me');
    const { colours } = useOthers.getState();
    expect(new Set(Object.values(colours)).size).toBe(personColours);
    hearPeople([], 'me');
    hearPeople(people, 'me');
    expect(useOthers.getState().colours).toEqual(colours);
    expect(colourStyle(colours, 'account-0')).toMatchObject({ '--person': `var(--parley-person-${colours['account-0']})` });
  });

  test.each(['light', 'dark'] as const)('read and are seen on the canvas, on cards and in panels, %s', (scheme) => {
    const set = tokens[scheme];
    for (let no = 1; no <= personColours; no += 1) {
      const colour = set[`person-${no}` as keyof typeof set];
      expect(contrast(colour, set['on-person']), `person-${no} with its words`).toBeGreaterThanOrEqual(4.5);
      for (const ground of ['canvas', 'surface', 'sunken'] as const) expect(contrast(colour, set[ground]), `person-${no} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});
