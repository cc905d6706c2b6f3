import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Op } from '@parley/shared/flow/batch';
import { compareFlows } from '@parley/shared/flow/compareSets';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import { flowSchema } from '@parley/shared/flow/document';
import type { Flow } from '@parley/shared/flow/document';
import { parseFlow } from '@parley/shared/flow/parseFlow';
import { drawBot } from '@parley/shared/gallery/drawBot';
import { gallery } from '@parley/shared/gallery/index';
import { nodeTypes } from '@parley/shared/nodes/index';
import { mutateFlow } from '@parley/shared/test/mutateFlow';
import { describe, expect, test } from 'vitest';
import { alone, canRestore, goneFlows, restoreAll, restoreThing } from './restore.ts';

const translation = (text: string) => ({ text, source: 'x', by: 'person' as const, accepted: true });
const past = flowSchema.parse({
  schema: 1, kind: 'bot', languages: ['en', 'de'], notes: { memo: { text: 'Old', x: 0, y: 0, width: 200, height: 80 } }, translations: { de: { 'menu/body': translation('Was?'), 'settings/errorText': translation('Fehler') } },
  variables: { v1: { name: 'topic', type: { kind: 'text' }, order: 1 } },
  nodes: {
    start: { type: 'start', x: 0, y: 0, data: {} }, bye: { type: 'end', x: 600, y: 0, data: { text: 'Bye.' } },
    menu: { type: 'choice', title: 'Menu', x: 300, y: 0, data: { body: 'What?', options: { a: { label: 'A', order: 1 }, b: { label: 'B', order: 2 } } } },
  },
  edges: { e1: { from: 'start', exit: 'next', to: 'menu' }, e2: { from: 'menu', exit: 'a', to: 'bye' } },
  settings: { channels: ['web'], zone: 'UTC', sessionHours: 24, errorText: '', unreadableText: '', waitingText: '', missingTranslationsAccepted: false, consentText: '', shortcuts: {} },
});
const now = (change: (flow: Flow) => void): Flow => {
  const flow = structuredClone(past);
  change(flow);
  return flow;
};
const after = (flow: Flow, ops: Op[]): Flow => {
  const applied = applyBatch(flow, { ops });
  if (!applied.ok) throw new Error(applied.refusal.message);
  return applied.flow;
};
const left = (flow: Flow, ops: Op[]): string[] => compareFlows('', past, after(flow, ops)).map(({ kind, what, id }) => `${kind} ${what} ${id}`);

describe('one thing', () => {
  test.each<[string, (flow: Flow) => void, Parameters<typeof restoreThing>[2], string[][] | undefined, string[]]>([
    ['a changed node', (flow) => { Object.assign(flow.nodes['menu'] ?? {}, { title: 'Other', x: 5 }); flow.settings.sessionHours = 5; }, { what: 'node', id: 'menu' }, undefined, ['changed setting sessionHours']],
    ['a removed node, with its ways and translations', (flow) => { delete flow.nodes['menu']; flow.edges = {}; delete flow.translations['de']?.['menu/body']; }, { what: 'node', id: 'menu' }, undefined, []],
    ['a removed node whose neighbour is gone, without that way', (flow) => { flow.nodes = { start: flow.nodes['start'] as Flow['nodes'][string] }; flow.edges = {}; }, { what: 'node', id: 'menu' }, undefined, ['removed node bye', 'removed edge e2']],
    ['a removed node whose place others took: their way stays', (flow) => { delete flow.nodes['menu']; flow.edges = { e9: { from: 'start', exit: 'next', to: 'bye' } }; }, { what: 'node', id: 'menu' }, undefined, ['removed edge e1', 'added edge e9']],
    ['a node that was not there goes with its ways', (flow) => { flow.nodes['new'] = { type: 'end', x: 0, y: 0, data: {} }; flow.edges['e3'] = { from: 'menu', exit: 'b', to: 'new' }; }, { what: 'node', id: 'new' }, undefined, []],
    ['one field of a node', (flow) => { Object.assign(flow.nodes['menu']?.data ?? {}, { body: 'Why?' }); Object.assign(flow.nodes['menu'] ?? {}, { title: 'Other' }); }, { what: 'node', id: 'menu' }, [['data', 'body']], ['changed node menu']],
    ['a field that was not there', (flow) => { Object.assign(flow.nodes['bye'] ?? {}, { title: 'Named' }); }, { what: 'node', id: 'bye' }, [['title']], []],
    ['the order of entries', (flow) => { Object.assign(flow.nodes['menu']?.data ?? {}, { options: { a: { label: 'A', order: 2 }, b: { label: 'B', order: 1 } } }); }, { what: 'node', id: 'menu' }, [['data', 'options', 'a', 'order'], ['data', 'options', 'b', 'order']], []],
    ['a way that leads elsewhere', (flow) => { flow.edges['e2'] = { from: 'menu', exit: 'a', to: 'menu' }; }, { what: 'edge', id: 'e2' }, undefined, []],
    ['a way whose exit is taken by now', (flow) => { delete flow.edges['e2']; flow.edges['e8'] = { from: 'menu', exit: 'a', to: 'menu' }; }, { what: 'edge', id: 'e2' }, undefined, []],
    ['a variable', (flow) => { flow.variables = {}; }, { what: 'variable', id: 'v1' }, undefined, []],
    ['a note', (flow) => { Object.assign(flow.notes['memo'] ?? {}, { text: 'New' }); }, { what: 'note', id: 'memo' }, undefined, []],
    ['a setting', (flow) => { flow.settings.zone = 'Europe/Paris'; }, { what: 'setting', id: 'zone' }, undefined, []],
    ['a setting that was not there', (flow) => { flow.settings.silenceAfter = 'PT1H'; }, { what: 'setting', id: 'silenceAfter' }, undefined, []],
    ['the languages', (flow) => { flow.languages = ['en']; }, { what: 'setting', id: 'languages' }, undefined, []],
    ['a translation', (flow) => { Object.assign(flow.translations['de']?.['menu/body'] ?? {}, { text: 'Wie?' }); }, { what: 'translation', id: 'de/menu/body' }, undefined, []],
    ['a translation of a language that is gone', (flow) => { flow.translations = {}; }, { what: 'translation', id: 'de/menu/body' }, undefined, ['removed translation de/settings/errorText']],
    ['all translations of a language', (flow) => { flow.translations = {}; }, { what: 'translation', id: 'de' }, undefined, []],
    ['never what kind of flow it is', (flow) => { flow.kind = 'task'; }, { what: 'setting', id: 'kind' }, undefined, ['changed setting kind']],
  ])('%s', (_what, change, thing, paths, expected) => {
    const flow = now(change);
    expect(left(flow, restoreThing(flow, past, thing, paths))).toEqual(expected);
  });

  test('somebody else’s edit of another field stands', () => {
    const mine = now((flow) => { Object.assign(flow.nodes['menu']?.data ?? {}, { body: 'Why?' }); });
    const ops = restoreThing(mine, past, { what: 'node', id: 'menu' });
    const theirs = after(mine, [{ op: 'set', path: ['nodes', 'menu', 'title'], base: 'Menu', value: 'Theirs' }]);
    expect(after(theirs, ops).nodes['menu']).toMatchObject({ title: 'Theirs', data: { body: 'What?' } });
  });
});

describe('subflows that were deleted since', () => {
  const calls = (...flows: string[]): Flow => now((flow) => {
    flow.nodes = Object.fromEntries(flows.map((called) => [`to-${called}`, { type: 'subflow', x: 0, y: 0, data: { flow: called } }]));
  });
  const shortcut = now((flow) => { flow.settings.shortcuts = { help: { keywords: '', does: { kind: 'call', flow: 'c' }, order: 1 } }; });
  const set = { main: 'm', flows: { m: calls('a'), a: calls('b', 'a'), b: calls(), c: calls(), other: calls() } };
  const gone = (drawings: Flow[], here: string[]) => goneFlows(drawings, set, { here: (flow) => here.includes(flow), nodeTypes });

  test('come back with what calls them, and with them what they call, each once', () => {
    expect(gone([calls('a', 'nowhere')], ['m'])).toEqual(['a', 'b']);
    expect(gone([calls('a')], ['m', 'a'])).toEqual([]);
    expect(gone([calls('b'), calls('b', 'a')], ['m'])).toEqual(['b', 'a']);
    expect(gone([shortcut], ['m'])).toEqual(['c']);
  });

  test('come back with one thing when that thing calls them', () => {
    expect(gone([alone(calls('a', 'b'), { what: 'node', id: 'to-b' })], [])).toEqual(['b']);
    expect(gone([alone(calls('a'), { what: 'edge', id: 'e1' })], [])).toEqual([]);
    expect(gone([alone(shortcut, { what: 'setting', id: 'zone' })], [])).toEqual([]);
    expect(gone([alone(shortcut, { what: 'setting', id: 'shortcuts' })], [])).toEqual(['c']);
  });
});

test('the whole of a real drawing comes back from any other, as one gesture that can be undone and leaves a drawing that can be read', () => {
  for (const { drawing, id } of gallery) {
    const first = drawBot(drawing, nodeTypes);
    let flow = first;
    for (const [at, { set }] of mutateFlow({ main: 'm', flows: { m: first } }, { seed: 7, count: 20, nodeTypes }).entries()) {
      flow = at % 2 === 0 ? set.flows['m'] ?? flow : flow;
      const back = after(flow, restoreAll(flow, first));
      expect(diffFlows(back, first), id).toEqual([]);
      expect(parseFlow(back, nodeTypes).ok, id).toBe(true);
      // Each change alone, one after the other, leads to the same.
      let step = flow;
      for (const change of compareFlows('m', flow, first)) if (canRestore(change)) step = after(step, restoreThing(step, first, change));
      expect(diffFlows(step, first), `${id} ${at}`).toEqual([]);
    }
  }
});
