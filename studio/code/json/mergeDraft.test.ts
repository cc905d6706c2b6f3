import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Flow } from '@parley/shared/flow/document';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import type { Json } from '@parley/shared/lib/json';
import { nodeTypes } from '@parley/shared/nodes/index';
import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import { putAt } from '@parley/shared/flow/putAt';
import { valueAt } from '../../store/collision.ts';
import { changedSince, mergeDraft } from './mergeDraft.ts';

const set = drawGolden({ flow: { nodes: { begin: 'start', ask: { ask: { question: 'Who?' } }, done: 'end' }, edges: ['begin -> ask', 'ask.answered -> done'] } }, nodeTypes);
const flow = set.flows[set.main] as Flow;
const path = ['nodes', 'ask'];
const base = valueAt(flow, path) ?? null;

/** The thing, or the flow, with values put at paths below it; undefined takes away. */
function changed(changes: Record<string, Json | undefined>): Flow {
  return produce(flow, (draft) => { for (const [at, value] of Object.entries(changes)) putAt(draft, [...path, ...at.split('.')], value); });
}
const typed = (changes: Record<string, Json | undefined>) => ({ path, base, mine: valueAt(changed(changes), path) ?? null });

describe('a typed text is put on the drawing as it is now', () => {
  test.each([
    ['nobody else was there', { 'data.question': 'Your name?' }, {}, ['set data.question'], []],
    ['others changed something else', { 'data.question': 'Your name?' }, { title: 'Name', x: 400 }, ['set data.question'], []],
    ['others changed the same', { 'data.question': 'Your name?', title: 'Name' }, { 'data.question': 'Who are you?' }, ['add title'], ['set data.question']],
    ['others changed it to the same', { 'data.question': 'Your name?' }, { 'data.question': 'Your name?' }, [], []],
    ['both took it away', { title: undefined }, { title: undefined }, [], []],
    ['both gave it a title', { title: 'A' }, { title: 'B' }, [], ['add title']],
    ['nothing was typed', {}, { title: 'B' }, [], []],
  ])('%s', (_, mine, theirs, wanted, clashing) => {
    const now = changed(theirs);
    const { ops, clashes } = mergeDraft(now, typed(mine));
    const short = (list: typeof ops): string[] => list.map((op) => `${op.op} ${op.path.slice(2).join('.')}`);
    expect([short(ops), short(clashes)]).toEqual([wanted, clashing]);
    const applied = applyBatch(now, { ops });
    expect(applied.ok).toBe(true);
    // What others did stands, unless it was mine to change and clashes with nobody.
    if (applied.ok) for (const [at, value] of Object.entries(theirs)) expect(valueAt(applied.flow, [...path, ...at.split('.')])).toEqual(value);
  });

  test('a node that is gone takes nothing', () => {
    const now = produce(flow, (draft) => { delete draft.nodes['ask']; });
    const { ops, clashes } = mergeDraft(now, typed({ 'data.question': 'Your name?' }));
    expect([ops, clashes.length]).toEqual([[], 1]);
  });

  test('the whole flow is merged the same way', () => {
    const now = produce(flow, (draft) => { putAt(draft, ['nodes', 'done', 'title'], 'Bye'); });
    const mine = produce(flow, (draft) => { putAt(draft, ['nodes', 'ask', 'title'], 'Name'); putAt(draft, ['notes', 'n1'], { text: 'x', x: 0, y: 0, width: 100, height: 50 }); });
    const { ops, clashes } = mergeDraft(now, { path: [], base: flow as unknown as Json, mine: mine as unknown as Json });
    expect([ops.map((op) => op.path.join('.')), clashes]).toEqual([['nodes.ask.title', 'notes.n1'], []]);
  });
});

test('what others changed meanwhile is told by its place', () => {
  expect(changedSince(changed({ title: 'Name', 'data.question': '?' }), { path, base })).toEqual([['data', 'question'], ['title']]);
  expect(changedSince(flow, { path, base })).toEqual([]);
});
