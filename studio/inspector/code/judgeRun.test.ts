import { expect, test } from 'vitest';
import { judgeRun } from './judgeRun.ts';

test('a result of the declared type takes done', () => {
  expect(judgeRun({ ok: true, value: 3 }, { kind: 'number' })).toEqual({ exit: 'done' });
});

test('a result of another type fails, and so does a program that fails', () => {
  expect(judgeRun({ ok: true, value: '3' }, { kind: 'number' })).toEqual({ exit: 'failed', because: 'type' });
  expect(judgeRun({ ok: false, error: 'Line 2: no' }, { kind: 'number' })).toEqual({ exit: 'failed', because: 'error' });
});
