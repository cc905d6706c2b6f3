import type { HistoryStep, NamedVersion } from '@parley/shared/api/history';
import { describe, expect, test } from 'vitest';
import { pauseMs, pointBefore, pointOf, timelineOf } from './timeline.ts';
import type { Entry } from './timeline.ts';

const noon = Date.parse('2026-11-20T12:00:00.000Z');
const at = (minutes: number): string => new Date(noon + minutes * 60_000).toISOString();
const ada = { id: 'a', name: 'Ada' };
const ben = { id: 'b', name: 'Ben' };
const step = (revision: number, minutes: number, own: Partial<HistoryStep> = {}): HistoryStep => ({ flowId: 'main', revision, gesture: 'Move', by: ada, at: at(minutes), things: [], count: 0, kept: true, ...own });
const named = (minutes: number): NamedVersion => ({ id: 'v1', botId: 'b', name: 'Before the summer campaign', at: at(minutes), by: ada, madeAt: at(99) });
const told = (entries: Entry[]): string[] => entries.map((entry) => (entry.is === 'sitting' ? entry.steps.map(({ revision }) => revision).join() : entry.is));
const fold = (steps: HistoryStep[], versions: NamedVersion[] = [], more = false) => timelineOf({ steps: steps.toReversed(), versions, releases: [], more });

describe('sittings', () => {
  const pause = pauseMs / 60_000;
  test.each([
    ['steps of one person in a row are one', [step(2, 0), step(3, 4), step(4, 9)], [], ['4,3,2']],
    ['a pause of just ten minutes does not split', [step(2, 0), step(3, pause)], [], ['3,2']],
    ['a longer pause splits', [step(2, 0), step(3, pause + 0.001)], [], ['3', '2']],
    ['long sittings stay one while no pause is long', Array.from({ length: 12 }, (_, no) => step(no + 2, no * 9)), [], ['13,12,11,10,9,8,7,6,5,4,3,2']],
    ['another person splits, although nobody paused', [step(2, 0), step(3, 1, { by: ben }), step(4, 2)], [], ['4', '3', '2']],
    ['a person whose account is gone is somebody of their own', [step(2, 0, { by: null }), step(3, 1, { by: null }), step(4, 2)], [], ['4', '3,2']],
    ['another flow does not split', [step(2, 0), step(2, 1, { flowId: 'sub' })], [], ['2,2']],
    ['a name in the middle splits', [step(2, 0), step(3, 2)], [named(1)], ['3', 'version', '2']],
    ['a name of the very moment of a step stands above it', [step(2, 0), step(3, 2)], [named(0)], ['3', 'version', '2']],
    ['a name after everything stands on top', [step(2, 0)], [named(5)], ['version', '2']],
    ['a name before everything stands at the end', [step(2, 0)], [named(-5)], ['2', 'version']],
    ['nothing drawn, nothing told', [], [], []],
  ])('%s', (_what, steps, versions, expected) => expect(told(fold(steps, versions))).toEqual(expected));

  test('a name older than what is loaded waits for its place', () => {
    expect(told(fold([step(9, 0)], [named(-60)], true))).toEqual(['9']);
  });

  test('keep their key while they grow, and name the moment of their newest step', () => {
    const [small] = fold([step(2, 0)]);
    const [grown] = fold([step(2, 0), step(3, 1)]);
    expect(grown?.key).toBe(small?.key);
    expect(grown && pointOf(grown)).toBe('step:main:3');
    expect(pointBefore(step(2, 0))).toBe('before:main:2');
  });
});

describe('what a sitting was about', () => {
  const thing = (kind: HistoryStep['things'][number]['kind'], label = 'Menu') => ({ things: [{ what: 'node' as const, id: 'n1', label, kind }], count: 1 });
  test.each([
    ['added and changed is added, by its last name', ['added', 'changed'] as const, ['added Later']],
    ['added and moved is added', ['added', 'moved'] as const, ['added Later']],
    ['added and removed is nothing', ['added', 'removed'] as const, []],
    ['removed and put back is changed', ['removed', 'added'] as const, ['changed Later']],
    ['changed and moved is changed', ['changed', 'moved'] as const, ['changed Later']],
    ['changed and removed is removed', ['changed', 'removed'] as const, ['removed Later']],
    ['moved twice is moved', ['moved', 'moved'] as const, ['moved Later']],
  ])('%s', (_what, [first, second], expected) => {
    const [entry] = fold([step(2, 0, thing(first)), step(3, 1, thing(second, 'Later'))]);
    expect(entry?.is === 'sitting' && entry.things.map(({ kind, label }) => `${kind} ${label}`)).toEqual(expected);
  });

  test('counts what the steps do not name', () => {
    const [entry] = fold([step(2, 0, { ...thing('changed'), count: 30 }), step(3, 1, thing('changed'))]);
    expect(entry).toMatchObject({ more: 29 });
  });
});
