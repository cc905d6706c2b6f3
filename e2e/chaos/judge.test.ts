import { describe, expect, test } from 'vitest';
import type { Delivered } from '../fakes/callbackReceiver.ts';
import { clean, judge } from './judge.ts';

const contact = { name: 'c', acknowledged: [{ id: 'c-0', text: 'open', turn: 1 }, { id: 'c-1', text: 'plain1', turn: 2 }, { id: 'c-2', text: 'boom2', turn: 3 }] };
const delivered = (no: number, texts: string[], more: Partial<Delivered> = {}): Delivered => ({ deliveryId: `d${no}`, turnId: `t${no}`, from: 'c', texts, attempt: 1, doubt: false, ...more });
const good = [delivered(0, ['ready', '?']), delivered(1, ['1 plain1 6', '?']), delivered(2, ['2 boom2 failed', '?'])];

describe('the judge', () => {
  test('finds nothing in a good run', () => {
    expect(clean(judge([contact], good))).toBe(true);
    expect(judge([contact], good)).toMatchObject({ acknowledged: 3, answered: 3, sentAgain: 0 });
  });

  test.each([
    ['a lost answer', good.slice(0, 2), 'lost'],
    ['answers out of order', [good[0], good[2], good[1]], 'outOfOrder'],
    ['a turn that ran twice', [...good, delivered(3, ['1 plain1 6', '?'])], 'repeated'],
    ['an answer to nothing', [...good, delivered(3, ['lost the thread'])], 'wrong'],
    ['a repeat that says something else', [...good, delivered(2, ['2 boom2 5', '?'], { attempt: 2, doubt: true })], 'wrong'],
    ['a repeat that is not marked', [...good, delivered(2, ['2 boom2 failed', '?'], { attempt: 2 })], 'unmarked'],
  ] as const)('sees %s', (_what, received, where) => {
    const verdict = judge([contact], received as Delivered[]);
    expect(verdict[where]).not.toEqual([]);
    expect(clean(verdict)).toBe(false);
  });

  test('lets a marked repeat pass and counts it', () => {
    const verdict = judge([contact], [...good, delivered(2, ['2 boom2 failed', '?'], { attempt: 2, doubt: true })]);
    expect(verdict.sentAgain).toBe(1);
    expect(clean(verdict)).toBe(true);
  });
});
