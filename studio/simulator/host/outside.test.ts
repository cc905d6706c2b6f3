import { expect, test } from 'vitest';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import type { Json } from '@parley/shared/lib/json';
import type { GoldenStep, Sketch } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { simulate } from '../simulate.ts';
import { tell } from '../host.ts';
import { outsideAt, standingAnswer } from './outsideAt.ts';
import { asksOf, detailsOf, outcomesOf, sampleEnding, sampleOf } from './outside.ts';

const asking: Sketch = {
  variables: { link: 'text', paid: 'number', name: { type: { kind: 'text' }, initial: 'Ada' }, city: 'text' },
  nodes: {
    start: 'start',
    who: { http: { method: 'POST', url: 'https://api.example.com/people/{{name}}', body: 'json', json: { a: { name: 'name', value: 'name', order: 1 } }, saves: { c: { path: ['city'], save: 'city', order: 1 } } } },
    pay: { callback: { text: 'Pay at {{link}}, {{city}}', address: 'link', timeout: 'PT1H', inputs: { i: { name: 'order', value: '"A7"', order: 1 } }, codes: { ok: { code: 'paid', label: 'Paid', order: 1 } }, outputs: { x: { name: 'amount', type: { kind: 'number' }, required: true, save: 'paid', order: 1 } } } },
    done: { end: { text: 'Paid {{paid}}' } }, late: { end: { text: 'Too late' } },
  },
  edges: ['start -> who', 'who.ok -> pay', 'pay.ok -> done', 'pay.timeout -> late'],
};
const played = (conversation: GoldenStep[]) => simulate({ set: drawGolden({ flow: asking }, nodeTypes), nodeTypes }, { clock: '2026-11-20T09:00:00Z', conversation });

test('a request waits for its author, who reads what is asked and gets a sample of the declared types', async () => {
  const { talk, ground } = await played([{ user: 'hi' }]);
  const at = outsideAt(ground, talk);
  if (at?.asks !== 'result') throw new Error('a request is awaited');
  expect([asksOf(at.action), detailsOf(at.action), sampleOf(at.action)]).toEqual([
    'POST https://api.example.com/people/Ada', { body: { name: 'Ada' } }, { outcome: 'ok', status: 200, values: { c: 'Asha' } },
  ]);
  const answered = tell(ground, talk, { type: 'result', result: { ok: true, value: sampleOf(at.action) } });
  // The address of a callback is made here: nobody is asked for it.
  expect([answered.awaiting?.type, outsideAt(ground, answered)]).toEqual(['openCallback', undefined]);
});

test('a callback is answered by its contract; what breaks it changes nothing', async () => {
  const { talk, ground } = await played([{ user: 'hi' }]);
  const answers: Json[] = [{ outcome: 'ok', status: 200, values: { c: 'Pune' } }, { url: 'https://parley.example/callbacks/1' }];
  const open = answers.reduce((before, value) => tell(ground, before, { type: 'result', result: { ok: true, value } }), talk);
  const at = outsideAt(ground, open);
  expect(at).toMatchObject({ key: 'main/pay/wait', place: { flow: 'main', node: 'pay' }, timeout: 'PT1H', asks: 'callback', inputs: { order: 'A7' }, sample: { amount: 3 }, opened: { address: 'https://parley.example/callbacks/1' } });
  expect(tell(ground, open, { type: 'callback', code: 'paid', values: { amount: 'three' } })).toBe(open);
  const done = tell(ground, open, { type: 'callback', code: 'paid', values: { amount: 7 } });
  expect(done.log.flatMap((line) => (line.from === 'bot' && line.message.type === 'text' ? [line.message.text] : []))).toEqual(['Pay at https://parley.example/callbacks/1, Pune', 'Paid 7']);
  expect(outsideAt(ground, done)).toBeUndefined();
  expect(tell(ground, open, { type: 'later', after: 'PT1H' }).log.at(-2)).toMatchObject({ message: { text: 'Too late' } });
});

test('an answer that always comes is for its own node and kind', async () => {
  const { talk, ground } = await played([{ user: 'hi' }]);
  const result = { type: 'result', result: { ok: false, outcome: 'unknown', error: '' } } as const;
  expect(standingAnswer(ground, talk, { 'main/who': { answer: result } })).toBe(result);
  expect(standingAnswer(ground, talk, { 'main/pay': { answer: result } })).toBeUndefined();
  expect(standingAnswer(ground, talk, { 'main/who': { answer: { type: 'callback', code: 'paid', values: {} } } })).toBeUndefined();
  expect(standingAnswer(ground, talk, {})).toBeUndefined();
});

test.each<[string, object]>([
  ['ok', { outcome: 'ok', status: 200, values: { c: 'Asha' } }], ['clientError', { outcome: 'clientError', status: 404, values: {} }], ['serverError', { outcome: 'serverError', status: 500, values: {} }], ['timeout', { outcome: 'timeout', status: 0, values: {} }],
])('a request can be made to end by %s', async (outcome, answer) => {
  const { talk, ground } = await played([{ user: 'hi' }]);
  const at = outsideAt(ground, talk);
  if (at?.asks !== 'result') throw new Error('a request is awaited');
  expect(outcomesOf(at.action)).toContain(outcome);
  expect(sampleEnding(at.action, outcome)).toEqual(answer);
});
