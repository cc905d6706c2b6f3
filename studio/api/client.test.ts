import * as z from 'zod';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, askEarly, keepToken } from './client.ts';

const answer = z.object({ n: z.number() });
let asked: string[] = [];
let status = 200;

beforeEach(() => {
  [asked, status] = [[], 200];
  keepToken('token');
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return Response.json(status === 200 ? { n: asked.length } : { error: { code: 'failed', message: 'No.', requestId: 'r' } }, { status });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what was asked early is given once to whoever asks for the same', async () => {
  askEarly('/a', { limit: 2 });
  expect([await ask({ path: '/a', query: { limit: 2, after: undefined }, answer }), await ask({ path: '/a', query: { limit: 2 }, answer })]).toEqual([{ n: 1 }, { n: 2 }]);
  expect(asked).toEqual(['/api/v1/a?limit=2', '/api/v1/a?limit=2']);
});

test('another address, and a change, ask for themselves', async () => {
  askEarly('/a');
  expect([await ask({ path: '/b', answer }), await ask({ path: '/a', method: 'POST', answer })]).toEqual([{ n: 2 }, { n: 3 }]);
  expect(await ask({ path: '/a', answer })).toEqual({ n: 1 });
});

test('an early answer that is no good, or of another time, is not given', async () => {
  status = 500;
  askEarly('/a');
  await vi.waitUntil(() => asked.length === 1);
  status = 200;
  expect(await ask({ path: '/a', answer })).toEqual({ n: 2 });
  askEarly('/a');
  vi.advanceTimersByTime(10_001);
  expect(await ask({ path: '/a', answer })).toEqual({ n: 4 });
});
