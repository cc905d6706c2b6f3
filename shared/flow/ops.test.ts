import { describe, expect, test } from 'vitest';
import { randomBatch, randomFlow } from '../test/flow/randomFlow.ts';
import { sampleTypes } from '../test/flow/sampleTypes.ts';
import { seededRandom } from '../lib/id.ts';
import { canonicalJson } from '../lib/json.ts';
import { applyBatch } from './applyBatch.ts';
import type { Batch, Op } from './batch.ts';
import { checkTouched } from './checkTouched.ts';
import { diffFlows } from './diffFlows.ts';
import type { Flow } from './document.ts';
import { hashValue } from './hashFlow.ts';
import { invertBatch } from './invertBatch.ts';

const flow = randomFlow(seededRandom(7), 4);
const batch = (...ops: Op[]): Batch => ({ id: 'b', gesture: 'Edit', ops });
const after = (before: Flow, change: Batch): Flow => {
  const applied = applyBatch(before, change);
  if (!applied.ok) throw new Error(applied.refusal.message);
  return applied.flow;
};

describe('applyBatch', () => {
  const edge = { from: 'n0', exit: 'other', to: 'n1' };
  const x = flow.nodes['n0']?.x ?? 0;
  const refusals: [string, Op[], { op: number; reason: string; current?: unknown }][] = [
    ['a set whose base is no longer there', [{ op: 'set', path: ['nodes', 'n0', 'x'], value: 1, base: x + 1 }], { op: 0, reason: 'stale', current: x }],
    ['a set into a removed node', [{ op: 'set', path: ['nodes', 'zz', 'x'], value: 1, base: 0 }], { op: 0, reason: 'gone' }],
    ['an add into a removed node', [{ op: 'add', path: ['nodes', 'zz', 'title'], value: 'a' }], { op: 0, reason: 'gone' }],
    ['a set of something that is not there', [{ op: 'set', path: ['nodes', 'n0', 'zz'], value: 1, base: 0 }], { op: 0, reason: 'gone' }],
    ['an add where something is', [{ op: 'add', path: ['nodes', 'n0', 'x'], value: 1 }], { op: 0, reason: 'exists', current: x }],
    ['a remove after a change', [{ op: 'remove', path: ['nodes', 'n0'], hash: hashValue('was') }], { op: 0, reason: 'stale', current: flow.nodes['n0'] }],
    ['a remove of nothing', [{ op: 'remove', path: ['nodes', 'zz'], hash: hashValue('was') }], { op: 0, reason: 'gone' }],
    ['a path into a text', [{ op: 'set', path: ['settings', 'errorText', '0'], value: 'x', base: 'S' }], { op: 0, reason: 'gone' }],
    ['a path into an array', [{ op: 'set', path: ['languages', '0'], value: 'fr', base: 'en' }], { op: 0, reason: 'gone' }],
    ['a path by an inherited name', [{ op: 'set', path: ['nodes', 'constructor', 'name'], value: 'x', base: 'Object' }], { op: 0, reason: 'gone' }],
    ['the second op of two', [{ op: 'set', path: ['nodes', 'n0', 'x'], value: 1, base: x }, { op: 'add', path: ['kind'], value: 'bot' }], { op: 1, reason: 'exists', current: 'bot' }],
    ['a second edge from an exit', [{ op: 'add', path: ['edges', 'a'], value: edge }, { op: 'add', path: ['edges', 'b'], value: edge }], { op: 1, reason: 'exists', current: edge }],
  ];
  test.each(refusals)('refuses %s, naming op, path, reason and what stands, and changes nothing', (_name, ops, refusal) => {
    const before = canonicalJson(flow);
    const applied = applyBatch(flow, batch(...ops));
    expect(applied).toMatchObject({ ok: false, refusal: { ...refusal, path: ops[refusal.op]?.path } });
    expect(canonicalJson(flow)).toBe(before);
  });

  test('replaces the edge of an exit within one batch', () => {
    const old = Object.entries(flow.edges)[0];
    if (!old) throw new Error('no edge');
    expect(applyBatch(flow, batch({ op: 'add', path: ['edges', 'new'], value: old[1] }, { op: 'remove', path: ['edges', old[0]], hash: hashValue(old[1]) })).ok).toBe(true);
  });

  test('shares what it does not touch', () => {
    const changed = after(flow, batch({ op: 'set', path: ['nodes', 'n0', 'x'], value: -1, base: x }));
    expect(changed.nodes['n0']).not.toBe(flow.nodes['n0']);
    expect(changed.nodes['n0']?.data).toBe(flow.nodes['n0']?.data);
    expect(changed.nodes['n1']).toBe(flow.nodes['n1']);
    expect(changed.edges).toBe(flow.edges);
  });

  test('never changes a value that an op brought, even when a later op goes into it', () => {
    const value = { type: 'say', x: 0, y: 0, data: {} };
    after(flow, batch({ op: 'add', path: ['nodes', 'q'], value }, { op: 'set', path: ['nodes', 'q', 'x'], value: 9, base: 0 }));
    expect(value.x).toBe(0);
  });
});

describe('over 2,000 random documents and edits', () => {
  const random = seededRandom(20);
  test('apply then invert is the identity, invert of invert is the edit', () => {
    for (let i = 0; i < 2_000; i += 1) {
      const before = randomFlow(random, 1 + Math.floor(random() * 6));
      const made = randomBatch(random, before, 'b');
      const undo = invertBatch(before, made.batch, { id: 'u', gesture: 'Undo' });
      if (!undo) throw new Error('An applied batch has an inverse');
      const undone = after(made.after, undo);
      expect(canonicalJson(undone)).toBe(canonicalJson(before));
      const redo = invertBatch(made.after, undo, { id: 'r', gesture: 'Redo' });
      expect(redo && canonicalJson(after(undone, redo))).toBe(canonicalJson(made.after));
      expect(checkTouched(made.after, made.batch, sampleTypes)).toEqual([]);
    }
  }, 120_000);

  test('diff then apply is the target, and equal documents have no difference', () => {
    for (let i = 0; i < 2_000; i += 1) {
      const from = randomFlow(random, Math.floor(random() * 6) + 1);
      const to = random() < 0.5 ? randomFlow(random, Math.floor(random() * 6) + 1) : randomBatch(random, from, 'b').after;
      const ops = diffFlows(from, to);
      expect(canonicalJson(ops.length === 0 ? from : after(from, batch(...ops)))).toBe(canonicalJson(to));
      expect(diffFlows(to, to)).toEqual([]);
    }
  }, 120_000);
});

describe('undo', () => {
  const mine = batch({ op: 'set', path: ['settings', 'errorText'], value: 'mine', base: flow.settings.errorText });
  test('leaves another person’s later edit elsewhere alone', () => {
    const now = after(after(flow, mine), batch({ op: 'set', path: ['settings', 'waitingText'], value: 'theirs', base: flow.settings.waitingText }));
    const undo = invertBatch(flow, mine, { id: 'u', gesture: 'Undo' });
    expect(undo && after(now, undo).settings).toMatchObject({ errorText: flow.settings.errorText, waitingText: 'theirs' });
  });
  test('is refused when somebody changed the same thing, and says what stands', () => {
    const now = after(after(flow, mine), batch({ op: 'set', path: ['settings', 'errorText'], value: 'theirs', base: 'mine' }));
    const undo = invertBatch(flow, mine, { id: 'u', gesture: 'Undo' });
    expect(undo && applyBatch(now, undo)).toMatchObject({ ok: false, refusal: { reason: 'stale', current: 'theirs', path: ['settings', 'errorText'] } });
  });
  test('a batch that does not apply has no inverse', () => {
    expect(invertBatch(flow, batch({ op: 'add', path: ['kind'], value: 'bot' }), { id: 'u', gesture: 'Undo' })).toBeUndefined();
  });
});
