import { expect, test } from 'vitest';
import { beginTalk } from './host.ts';
import { addStep, beginHistory, extendStep, goTo, shownTalk, talkBefore, toldSoFar } from './history.ts';
import type { Told } from './host/talk.ts';

const talkAt = (turn: number) => ({ ...beginTalk('2026-11-20T09:00:00.000Z'), turn });
const say = (text: string): Told => ({ type: 'message', message: { type: 'text', text } });
const result: Told = { type: 'result', result: { ok: true, value: 1 } };
const three = [1, 2, 3].reduce((history, turn) => addStep(history, say(`${turn}`), talkAt(turn)), beginHistory(talkAt(0)));

test('steps are looked at one by one, and not beyond the ends', () => {
  expect([-5, 0, 2, 9].map((at) => shownTalk(goTo(three, at)).turn)).toEqual([0, 0, 2, 3]);
  expect(talkBefore(three).turn).toBe(2);
  expect(talkBefore(goTo(three, 0)).turn).toBe(0);
});

test('going on from an earlier step gives up what followed it', () => {
  const other = addStep(goTo(three, 1), say('other'), talkAt(9));
  expect(other.steps.map(({ talk }) => talk.turn)).toEqual([0, 1, 9]);
  expect(other.at).toBe(2);
  expect(toldSoFar(other)).toEqual([say('1'), say('other')]);
  expect(three.steps).toHaveLength(4);
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
