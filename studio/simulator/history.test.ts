import { expect, test } from 'vitest';
import { beginTalk } from './host.ts';
import { addStep, beginHistory, extendStep, goInside, goTo, shownTalk, takeBranch, talkBefore, toldSoFar } from './history.ts';
import type { Talk, Told } from './host/talk.ts';

const talkAt = (turn: number) => ({ ...beginTalk('2026-11-20T09:00:00.000Z'), turn });
const say = (text: string): Told => ({ type: 'message', message: { type: 'text', text } });
const result: Told = { type: 'result', result: { ok: true, value: 1 } };
const three = [1, 2, 3].reduce((history, turn) => addStep(history, say(`${turn}`), talkAt(turn)), beginHistory(talkAt(0)));

test('steps are looked at one by one, and not beyond the ends', () => {
  expect([-5, 0, 2, 9].map((at) => shownTalk(goTo(three, at)).turn)).toEqual([0, 0, 2, 3]);
  expect(talkBefore(three).turn).toBe(2);
  expect(talkBefore(goTo(three, 0)).turn).toBe(0);
});

test('going on from an earlier step keeps what followed it as another way, which can be taken up again', () => {
  const other = addStep(goTo(three, 1), say('other'), talkAt(9));
  expect(other.steps.map(({ talk }) => talk.turn)).toEqual([0, 1, 9]);
  expect(other.at).toBe(2);
  expect(toldSoFar(other)).toEqual([say('1'), say('other')]);
  expect(three.steps).toHaveLength(4);
  expect(other.branches?.map(({ from, steps }) => [from, steps.length])).toEqual([[1, 4]]);
  const back = takeBranch(other, 0);
  expect([back.steps.map(({ talk }) => talk.turn), back.at]).toEqual([[0, 1, 2, 3], 3]);
  expect(takeBranch(back, 0).steps.map(({ talk }) => talk.turn)).toEqual([0, 1, 9]);
});

test('a step is looked into stop by stop, and on into its neighbours', () => {
  const trace: Talk['trace'] = [{ did: 'recognise', as: 'text', ok: true }, { did: 'take', from: 'a', edge: 'e1' }, { did: 'enter', flow: 'main', state: 'b', node: 'b' }, { did: 'rest', wait: 1, for: 'message' }];
  const walked = [1, 2].reduce((history, turn) => addStep(history, say(`${turn}`), { ...talkAt(turn), trace }), beginHistory(talkAt(0)));
  const looked = (by: (1 | -1)[]): unknown => by.reduce((now, step) => goInside(now, step), walked);
  expect(looked([-1])).toMatchObject({ at: 2, done: 3 });
  expect(looked([-1, -1, -1])).toMatchObject({ at: 2, done: 1 });
  expect(looked([-1, -1, -1, -1])).toMatchObject({ at: 1 });
  expect(looked([-1, -1, -1, -1, 1])).toMatchObject({ at: 2, done: 1 });
  expect(looked([-1, 1])).not.toHaveProperty('done');
  expect(looked([1])).toMatchObject({ at: 2 });
});

test('the result of an effect belongs to the step that asked for it, and is asked for again', () => {
  const done = extendStep(three, result, talkAt(4));
  expect([done.steps.length, shownTalk(done).turn, done.at]).toEqual([4, 4, 3]);
  expect(done.steps[3]?.told).toEqual([say('3'), result]);
  expect(toldSoFar(done)).toEqual([say('1'), say('2'), say('3')]);
});

test('a result that comes while an earlier step is looked at does not move it', () => {
  expect(extendStep(goTo(three, 1), result, talkAt(4)).at).toBe(1);
});

test('a tap is played again without its wait', () => {
  const tapped = addStep(three, { type: 'message', message: { type: 'choiceReply', option: 'a', label: 'A', wait: 3 } }, talkAt(4));
  expect(toldSoFar(tapped).at(-1)).toEqual({ type: 'message', message: { type: 'choiceReply', option: 'a', label: 'A' } });
});
