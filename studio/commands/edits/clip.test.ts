import type { Flow } from '@parley/shared/flow/document';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import { clipOf as copied, readClip } from './clip.ts';
import type { Clip } from './clip.ts';
import { pasteClip as pasted } from './pasteClip.ts';
import type { Pasted, Pasting } from './pasteClip.ts';
import { addNode, connect } from './nodes.ts';
import { addVariable } from './variables.ts';

const clipOf = (flow: Flow, ids: string[]): Clip | undefined => copied(flow, ids, { nodeTypes, flows: {} });
const paste = (flow: Flow, clip: Clip, where: Omit<Pasting, 'nodeTypes'>): Pasted => pasted(flow, clip, { ...where, nodeTypes });
const pasteClip = (flow: Flow, clip: Clip, where: Omit<Pasting, 'nodeTypes'>): string[] => [...paste(flow, clip, where).ids.values()];

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

  test('a name that stands for another type here is called otherwise in every expression and translation, and that is told', () => {
    const { flow, ask } = drawing();
    flow.translations['de'] = { [`${ask}/question`]: { text: 'Wo in {{street}}, street?', source: 'x', by: 'person', accepted: true } };
    const clip = clipOf(flow, [ask]);
    if (!clip) throw new Error('Nothing copied.');
    const random = seededRandom(10);
    const other = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
    other.languages.push('de');
    addVariable(other, { name: 'street', type: { kind: 'number' } }, random);
    const { ids, renamed } = paste(other, clip, { at: { x: 0, y: 0 }, random });
    const made = ids.get(ask) ?? '';
    expect(renamed).toEqual([{ from: 'street', to: 'street2' }]);
    expect(other.nodes[made]?.data['question']).toBe('Where in {{street2}}?');
    expect(other.translations['de']?.[`${made}/question`]?.text).toBe('Wo in {{street2}}, street?');
    expect(Object.values(other.variables).map(({ name, type }) => [name, type.kind])).toEqual([['street', 'number'], ['street2', 'text']]);
  });
  test('only a variable that is used comes along, not one whose name is a word of a text', () => {
    const { flow, say } = drawing();
    Object.assign(flow.nodes[say]?.data ?? {}, { text: 'other words, {{street}}' });
    expect(Object.values(clipOf(flow, [say])?.variables ?? {}).map(({ name }) => name)).toEqual(['street']);
  });
  test('what the main flow knows can be named in a subflow as it is', () => {
    const { flow, ask } = drawing();
    const clip = clipOf(flow, [ask]);
    if (!clip) throw new Error('Nothing copied.');
    const random = seededRandom(11);
    const subflow = emptyFlow({ kind: 'subflow', language: 'en', random, nodeTypes });
    expect(paste(subflow, clip, { at: { x: 0, y: 0 }, random, known: flow.variables }).renamed).toEqual([]);
    expect(subflow.variables).toEqual({});
  });
  test('called flows come along, and those that these call; frames do, too', () => {
    const { flow, random } = drawing();
    const inner = emptyFlow({ kind: 'subflow', language: 'en', random, nodeTypes });
    const outer = emptyFlow({ kind: 'subflow', language: 'en', random, nodeTypes });
    const calls = (drawn: Flow, called: string): string => {
      const id = addNode(drawn, { type: 'subflow', at: { x: 0, y: 0 }, nodeTypes, random });
      Object.assign(drawn.nodes[id]?.data ?? {}, { flow: called });
      return id;
    };
    calls(outer, 'inner');
    const node = calls(flow, 'outer');
    flow.frames = { area: { title: 'Area', tone: 'work', x: 0, y: 0, width: 300, height: 200 } };
    const clip = copied(flow, [node, 'area'], { nodeTypes, flows: { inner: { name: 'Inner', flow: inner }, outer: { name: 'Outer', flow: outer }, idle: { name: 'Idle', flow: inner } } });
    expect(Object.keys(clip?.flows ?? {})).toEqual(['outer', 'inner']);
    if (!clip) throw new Error('Nothing copied.');
    const other = emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
    paste(other, clip, { at: { x: 500, y: 500 }, random, begin: node });
    expect(Object.values(other.frames ?? {})).toMatchObject([{ title: 'Area', x: 500, y: 500 }]);
    expect(Object.values(other.edges)).toHaveLength(1);
  });
});
