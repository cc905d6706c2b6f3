import { describe, expect, test } from 'vitest';
import type { TextCell, TextRow } from '@parley/shared/translations/textRows';
import { gridStep, isTyped } from './gridKeys.ts';
import { groupHeight, linesOf, rowHeight, windowOf } from './gridLines.ts';
import { readTextBytes } from './readTextBytes.ts';
import { countDone, countStates, filterRows } from './textState.ts';

const cell = (over: Partial<TextCell> = {}): TextCell => ({ state: 'ok', text: 'Wort', machine: false, tooLong: [], holes: undefined, kept: undefined, ...over });
const row = (id: string, de: TextCell, over: Partial<TextRow> = {}): TextRow => ({
  id, key: id, flow: 'main', title: 'Ask', where: `Ask / ${id}`, path: ['text'], label: 'Text', original: `Original ${id}`, template: true, source: 'x', limits: [], tooLong: [], nodeId: id.slice(0, 1), cells: { de }, ...over,
});
const rows = [
  row('a1', cell()), row('a2', cell({ state: 'missing', text: '' })), row('b1', cell({ state: 'outdated', text: 'Café' })), row('b2', cell({ machine: true })),
  row('c1', cell({ tooLong: [{ channel: 'WhatsApp', most: 1, length: 4 }] }), { flow: 'sub' }), row('c2', cell({ holes: { lost: ['x'], invented: [], broken: false } }), { flow: 'sub' }), row('d1', cell(), { tooLong: [{ channel: 'WhatsApp', most: 1, length: 9 }] }),
];
const ids = (found: readonly TextRow[]): string[] => found.map(({ id }) => id);
const all = { state: 'all', search: '', flow: '' } as const;

describe('filterRows', () => {
  test.each([
    ['everything', all, rows.map(({ id }) => id)], ['what is missing', { ...all, state: 'missing' }, ['a2']], ['what is outdated', { ...all, state: 'outdated' }, ['b1']], ['what a machine made', { ...all, state: 'machine' }, ['b2']],
    ['what is too long, the original as well', { ...all, state: 'tooLong' }, ['c1', 'd1']], ['what lost a variable', { ...all, state: 'variables' }, ['c2']], ['one flow', { ...all, flow: 'sub' }, ['c1', 'c2']],
    ['words without their accents', { ...all, search: ' cafe ' }, ['b1']], ['words of the original', { ...all, search: 'ORIGINAL A' }, ['a1', 'a2']], ['all of it together', { state: 'variables', search: 'wort', flow: 'sub' }, ['c2']],
  ] as const)('%s', (_what, filter, found) => expect(ids(filterRows(rows, filter, ['de']))).toEqual(found));
  test('a state is asked of the shown languages only, and counted alike', () => {
    expect(filterRows(rows, { ...all, state: 'missing' }, [])).toEqual([]);
    expect(countStates(rows, ['de'])).toEqual({ all: 7, missing: 1, outdated: 1, machine: 1, tooLong: 2, variables: 1 });
    expect(countDone(rows, 'de')).toBe(5);
  });
});

describe('the lines of the grid', () => {
  const { lines, height, lineOf } = linesOf(rows);
  test('each node has a head before its first text', () => {
    expect(lines.map(({ group }) => group)).toEqual([true, false, false, true, false, false, true, false, false, true, false]);
    expect(height).toBe(4 * groupHeight + 7 * rowHeight);
    expect(lineOf.get('b1')).toMatchObject({ row: 2, first: true, top: 2 * groupHeight + 2 * rowHeight });
  });
  test('only those in sight are drawn, and the one with the focus', () => {
    const many = linesOf(Array.from({ length: 5_000 }, (_, no) => row(`n${no}`, cell(), { nodeId: `n${no % 7}` }))).lines;
    const shown = windowOf(many, { top: 100_000, height: 900 }, 3);
    expect(shown.length).toBeLessThan(60);
    expect(shown.at(-1)).toBe(many[3]);
    expect(shown[0]?.top).toBeLessThanOrEqual(100_000);
    expect(Math.max(...shown.map((line) => line.top))).toBeGreaterThanOrEqual(100_900);
  });
});

describe('keys', () => {
  const pressed = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, currentTarget: undefined as never, ...more });
  const ground = { rows, lineOf: linesOf(rows).lineOf, columns: 3, page: 4 };
  test.each([
    ['ArrowDown', {}, 'a2', 1], ['ArrowUp', {}, 'a1', 1], ['PageDown', {}, 'c1', 1], ['End', {}, 'a1', 2], ['Home', {}, 'a1', 0], ['End', { ctrlKey: true }, 'd1', 2], ['ArrowDown', { metaKey: true }, 'd1', 1],
  ])('%s %o', (key, more, id, column) => expect(gridStep(pressed(key, more), ground, { row: 'a1', column: 1 })).toEqual({ row: id, column }));
  test('others lead nowhere', () => expect([gridStep(pressed('x'), ground, { row: 'a1', column: 1 }), gridStep(pressed('ArrowDown', { altKey: true }), ground, { row: 'a1', column: 1 })]).toEqual([undefined, undefined]));
  test.each([['a', {}, true], ['ü', {}, true], ['م', {}, true], ['Enter', {}, false], [' ', {}, false], ['c', { ctrlKey: true }, false]])('%s is typed: %o', (key, more, typed) => expect(isTyped(pressed(key, more))).toBe(typed));
});

describe('a chosen file', () => {
  const file = (bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({ name: 'x.csv', size, arrayBuffer: () => Promise.resolve(bytes.buffer) });
  const ground = { source: 'en', languages: ['en', 'de'] };
  const text = 'id,en,de\nmain:a/text,Price,Größe';
  const encoded = (words: string, little: boolean): Uint8Array<ArrayBuffer> => {
    const view = new DataView(new ArrayBuffer(2 + words.length * 2));
    for (const [at, letter] of [...`\ufeff${words}`].entries()) view.setUint16(at * 2, letter.charCodeAt(0), little);
    return new Uint8Array(view.buffer);
  };
  test.each([['UTF-8', new Uint8Array(new TextEncoder().encode(text))], ['UTF-16 of Excel', encoded(text, true)], ['UTF-16 the other way round', encoded(text, false)]])('in %s', async (_what, bytes) => {
    expect(await readTextBytes(file(bytes), ground)).toMatchObject({ ok: true, texts: [{ text: 'Größe', source: 'Price' }] });
  });
  test('in an old code page is refused', async () => {
    expect(await readTextBytes(file(Uint8Array.from([105, 100, 44, 0xf6, 0xdf])), ground)).toMatchObject({ ok: false, name: 'x.csv' });
  });
  test('of 50 MB is refused by its size, without being read', async () => {
    const read = await readTextBytes({ name: 'huge.xlf', size: 50_000_000, arrayBuffer: () => Promise.reject(new Error('read')) }, ground);
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining('50 MB') as string });
  });
  test('that went away is told', async () => {
    expect(await readTextBytes({ name: 'x', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) }, ground)).toMatchObject({ ok: false });
  });
});
