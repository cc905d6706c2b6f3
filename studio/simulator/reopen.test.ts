import { compile } from '@parley/shared/compiler/compile';
import { prepare } from '@parley/shared/engine/prepare';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { withMarkedGaps } from '@parley/shared/host/outbound';
import { offsetsAround } from '@parley/shared/host/zones';
import type { ActionResult } from '@parley/shared/machine/action';
import type { Sketch } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { addStep, beginHistory, extendStep, goTo, shownTalk } from './history.ts';
import type { History } from './history.ts';
import { outsideAt } from './host/outsideAt.ts';
import type { Ground, Told } from './host/talk.ts';
import { beginTalk, tell } from './host.ts';
import { reopen } from './reopen.ts';

const pays: Sketch = {
  variables: { link: 'text', name: 'text' },
  nodes: {
    start: 'start', who: { ask: { question: 'Who?', save: 'name' } },
    pay: { callback: { text: '{{name}}, pay at {{link}}', address: 'link', timeout: 'PT1H', codes: { ok: { code: 'paid', label: 'Paid', order: 1 } }, waitingText: 'Not yet: {{link}}' } },
    done: { end: { text: 'Paid at {{link}}' } }, late: 'end', failed: { end: { text: 'No link' } },
  },
  edges: ['start -> who', 'who -> pay', 'pay.ok -> done', 'pay.timeout -> late', 'pay.failed -> failed'],
};
const groundOf = (sketch: Sketch): Ground => ({
  prepared: prepare(withMarkedGaps(compile(drawGolden({ flow: sketch }, nodeTypes), nodeTypes))), sessionHours: 24, zone: 'UTC', offsets: (now) => offsetsAround('UTC', now), channel: 'web', contact: { name: 'Amara', language: undefined },
});
const ground = groundOf(pays);
const say = (text: string): Told => ({ type: 'message', message: { type: 'text', text } });
const opened = (url: string): ActionResult => ({ ok: true, value: { url, values: {} } });
const had = (tolds: Told[]): History => tolds.reduce((history, told) => {
  const next = tell(ground, shownTalk(history), told);
  return told.type === 'result' ? extendStep(history, told, next) : addStep(history, told, next);
}, beginHistory(beginTalk('2026-11-20T09:00:00.000Z')));
const said = (history: History): string[] => shownTalk(history).log.flatMap((line) => (line.from === 'bot' && line.message.type === 'text' ? [line.message.text] : []));

const waiting = had([say('hi'), say('Ada'), { type: 'result', result: opened('made-up') }, say('Is it done?')]);
const wait = outsideAt(ground, shownTalk(waiting))?.wait ?? 0;

test('what was said since is said again with the address the callback has now', () => {
  expect(said(waiting)).toEqual(['Who?', 'Ada, pay at made-up', 'Not yet: made-up']);
  const again = reopen(waiting, ground, { wait, result: opened('real') });
  if (!again) throw new Error('It still waits.');
  expect(said(again)).toEqual(['Who?', 'Ada, pay at real', 'Not yet: real']);
  expect([again.steps.length, again.at, outsideAt(ground, shownTalk(again))]).toMatchObject([4, 3, { wait, opened: { address: 'real' } }]);
  // What went before is as it was.
  expect(again.steps.slice(0, 2)).toEqual(waiting.steps.slice(0, 2));
  expect(tell(ground, shownTalk(again), { type: 'callback', code: 'paid', values: {} }).log.at(-2)).toMatchObject({ message: { text: 'Paid at real' } });
});

test('the end of the conversation is meant, whatever step is looked at', () => {
  const again = reopen(goTo(waiting, 1), ground, { wait, result: opened('real') });
  expect(again && said(again).at(-1)).toBe('Not yet: real');
});

test('one that cannot be opened goes its way', () => {
  const again = reopen(had([say('hi'), say('Ada'), { type: 'result', result: opened('made-up') }]), ground, { wait, result: { ok: false, outcome: 'failed', error: 'The other system answered 500.' } });
  expect(again && said(again)).toEqual(['Who?', 'No link']);
});

test.each<[string, History, Ground]>([
  ['has gone on', had([say('hi'), say('Ada'), { type: 'result', result: opened('made-up') }, { type: 'callback', code: 'paid', values: {} }]), ground],
  ['does not wait yet', had([say('hi')]), ground],
  ['is of a drawing that does not wait there any more', waiting, groundOf({ ...pays, nodes: { ...pays.nodes, who: { message: { text: 'Hello' } } }, edges: ['start -> who', 'who -> pay', 'pay.ok -> done', 'pay.timeout -> late', 'pay.failed -> failed'] })],
])('a conversation that %s stays as it is', (_what, history, at) => {
  expect(reopen(history, at, { wait, result: opened('real') })).toBeUndefined();
});
