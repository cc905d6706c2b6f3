import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import { clipOf, pasteClip, readClip } from './clip.ts';
import { addNode, connect } from './nodes.ts';
import { addVariable } from './variables.ts';

function drawing(): { flow: Flow; ask: string; say: string; start: string; random: () => number } {
  const random = seededRandom(7);
  const flow = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
  const start = Object.keys(flow.nodes)[0] ?? '';
  flow.languages.push('de');
  const ask = addNode(flow, { type: 'ask', at: { x: 100, y: 50 }, nodeTypes, random });
  const say = addNode(flow, { type: 'message', at: { x: 400, y: 80 }, nodeTypes, random });
  addVariable(flow, { name: 'street', type: { kind: 'text' } }, random);
  addVariable(flow, { name: 'other', type: { kind: 'number' } }, random);
  Object.assign(flow.nodes[ask]?.data ?? {}, { question: 'Where in {{street}}?' });
  connect(flow, start, 'next', ask, random);
  connect(flow, ask, 'answer', say, random);
  flow.translations['de'] = { [`${ask}/question`]: { text: 'Wo?', source: 'x', by: 'person', accepted: true }, 'settings/errorText': { text: 'Oh', source: 'x', by: 'person', accepted: true } };
  return { flow, ask, say, start, random };
}

describe('copy and paste', () => {
  test('the edges between copied nodes come along, those to others do not, and the start stays', () => {
    const { flow, ask, say, start, random } = drawing();
    const clip = clipOf(flow, [start, ask, say]);
    expect(Object.keys(clip?.nodes ?? {})).toEqual([ask, say]);
    const read = readClip(JSON.stringify(clip));
    if (!read) throw new Error('Not read.');
    const [one = '', two = ''] = pasteClip(flow, read, { at: { x: 1_000, y: 1_000 }, random });
    expect(flow.nodes[one]).toMatchObject({ type: 'ask', x: 1_000, y: 1_000 });
    expect(flow.nodes[two]).toMatchObject({ type: 'message', x: 1_300, y: 1_030 });
    expect(Object.values(flow.edges).filter(({ from, to }) => from === one || to === one)).toEqual([{ from: one, exit: 'answer', to: two }]);
  });
  test('another drawing gets the variables that are named and lacks nothing it cannot speak', () => {
    const { flow, ask } = drawing();
    const random = seededRandom(8);
    const other = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
    const clip = clipOf(flow, [ask]);
    if (!clip) throw new Error('Nothing copied.');
    pasteClip(other, clip, { at: { x: 0, y: 0 }, random });
    expect(Object.values(other.variables).map(({ name }) => name)).toEqual(['street']);
    expect(other.translations['de']).toBeUndefined();
    const [again = ''] = pasteClip(flow, clip, { at: { x: 0, y: 0 }, random });
    expect(Object.values(flow.variables).filter(({ name }) => name === 'street')).toHaveLength(1);
    expect(flow.translations['de']?.[`${again}/question`]?.text).toBe('Wo?');
  });
  test('a field that names a variable by its id names the one of the other drawing', () => {
    const { flow, ask } = drawing();
    const idOf = (drawn: Flow, name: string) => Object.entries(drawn.variables).find(([, variable]) => variable.name === name)?.[0];
    Object.assign(flow.nodes[ask]?.data ?? {}, { save: idOf(flow, 'other') });
    const random = seededRandom(9);
    const clip = clipOf(flow, [ask]);
    if (!clip) throw new Error('Nothing copied.');
    const other = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
    const [made = ''] = pasteClip(other, clip, { at: { x: 0, y: 0 }, random });
    expect(other.nodes[made]?.data['save']).toBe(idOf(other, 'other'));
    expect(idOf(other, 'other')).toBeDefined();
    const [again = ''] = pasteClip(flow, clip, { at: { x: 0, y: 0 }, random });
    expect(flow.nodes[again]?.data['save']).toBe(idOf(flow, 'other'));
  });
  test('a second paste at the same place stands below the first', () => {
    const { flow, ask, random } = drawing();
    const clip = clipOf(flow, [ask]);
    if (!clip) throw new Error('Nothing copied.');
    const [one = ''] = pasteClip(flow, clip, { at: { x: 900, y: 900 }, random });
    const [two = ''] = pasteClip(flow, clip, { at: { x: 900, y: 900 }, random });
    expect([flow.nodes[one]?.y, flow.nodes[two]?.y]).toEqual([900, 1_044]);
    expect(flow.nodes[two]?.x).toBe(900);
  });
  test.each(['', 'hello', '{"parley":"clip"', '{"parley":"clip","nodes":{"a":{"type":"ask"}}}'])('a text that is no clip: %s', (text) => expect(readClip(text)).toBeUndefined());
  test('nothing but the start is nothing to copy', () => {
    const { flow, start } = drawing();
    expect(clipOf(flow, [start])).toBeUndefined();
  });
});
