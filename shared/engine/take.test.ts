import { describe, expect, test } from 'vitest';
import type { Action } from '../machine/action.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import { anyText, cel, events, facts, flowOf, machineOf, runCode, send, to, types } from '../test/machineOf.ts';
import { limitRows, longLoop } from '../test/limits.data.ts';
import { ruleRows } from '../test/rules.data.ts';
import { prepare } from './prepare.ts';
import { askAgain, restingAt } from './resting.ts';
import { take } from './take.ts';
import type { Taken } from './take.ts';

/** What a turn did, short enough to read in a table: texts said, effects with their wait, where it stands. */
function brief({ snapshot, actions }: Taken): string {
  const said = actions.map((action) => {
    if (action.type !== 'send') return action.type === 'startTimer' ? `timer ${action.wait} ${action.dueAt.slice(0, 16)}` : `${action.type} ${action.wait}`;
    const parts = action.message.type === 'text' ? action.message.text : action.message.type === 'choices' ? action.message.body : [];
    const text = parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
    return action.message.type === 'choices' ? `${text}? ${action.message.wait}` : text;
  });
  const places = snapshot.frames.map(({ flow, at }) => (flow === 'main' ? at : `${flow}:${at}`));
  return [...said, `| ${places.join(' > ') || 'over'} ${snapshot.seq}`].join(' ');
}

const { start, say } = events;

describe('rules of a turn', () => {
  test.each(ruleRows)('$rule', ({ machine, turns, variables: expected }) => {
    const prepared = prepare(machine);
    let snapshot: Snapshot | null = null;
    for (const [event, wanted] of turns) {
      const frozen = JSON.stringify(snapshot);
      const taken = take(prepared, snapshot, event);
      expect(brief(taken)).toBe(wanted);
      expect(taken.trace.filter(({ did }) => did === 'limit'), 'nothing here goes round until a limit ends it').toEqual([]);
      expect(JSON.stringify(snapshot), 'the snapshot given is not changed').toBe(frozen);
      expect(taken.actions.every((action: Action) => action.type !== 'startTimer' || action.wait === taken.snapshot.seq)).toBe(true);
      snapshot = JSON.parse(JSON.stringify(taken.snapshot)) as Snapshot;
    }
    if (expected) expect(snapshot?.variables).toEqual(expected);
  });
});

describe('limits', () => {
  const limitOf = (taken: Taken) => taken.trace.flatMap((step) => (step.did === 'limit' ? [step.limit] : []));

  test.each(limitRows)('$limit: what was collected is discarded and the error route is taken', ({ limit, machine, over, under }) => {
    const prepared = prepare(machine);
    const first = take(prepared, null, start());
    const passed = take(prepared, first.snapshot, say(over));
    expect(limitOf(passed)).toEqual([limit]);
    expect(brief(passed)).toMatch(/^oops \| over \d$/);
    expect(passed.snapshot.variables).toEqual({});
    if (under) expect(brief(take(prepared, first.snapshot, say(under)))).toBe('z | z 2');
  });

  test('a loop that advances its cursor may visit its states more often', () => {
    const prepared = prepare(longLoop);
    const taken = take(prepared, take(prepared, null, start()).snapshot, say('go'));
    expect(limitOf(taken)).toEqual([]);
    expect(taken.snapshot.frames[0]?.counters['c']).toBe(1_000);
  });
});

describe('what the host asks', () => {
  const machine = machineOf({ main: flowOf({ a: { entry: [send('name? {n}'), runCode('1.0')], wait: { for: 'result', meanwhile: 'hold' } } }, { n: [types.number, 0] }) });
  const prepared = prepare(machine);
  const { snapshot } = take(prepared, null, start());

  test('restingAt names the wait and its id, and nothing when the session is over', () => {
    expect(restingAt(prepared, snapshot)).toMatchObject({ flow: 'main', at: 'a', id: 1, wait: { for: 'result', meanwhile: 'hold' } });
    expect(restingAt(prepared, { ...snapshot, frames: [] })).toBeUndefined();
  });

  test('askAgain says the question and repeats no effect', () => {
    expect(askAgain(prepared, snapshot, facts)).toEqual([{ type: 'send', message: { type: 'text', text: ['name? ', { value: '0', name: 'n' }] } }]);
  });

  test('a session of a flow or state that this machine has not still hears the error text', () => {
    const [frame] = snapshot.frames;
    expect(brief(take(prepared, { ...snapshot, frames: [{ ...frame!, flow: 'gone' }] }, say('x')))).toBe('oops | over 1');
    expect(brief(take(prepared, { ...snapshot, frames: [{ ...frame!, at: 'gone' }] }, say('x')))).toBe('oops | over 1');
  });
});

test('the trace tells everything in order, and keeps personal values out', () => {
  const machine = machineOf({ main: flowOf({
    a: { entry: [send('name?')], wait: anyText, on: { answer: [to('b', { edge: 'e1', set: [{ variable: 'name', value: { from: 'answer' } }] })] } },
    b: { always: [to('z', { guard: { is: 'true', expression: cel('name == "Z"') } }), to('z', { guard: { is: 'true', expression: cel('name == "Y"'), label: 'Why' } })], wait: anyText },
    z: { entry: [send('{name}')], final: true },
  }, { name: [types.text, ''] }) });
  machine.flows['main']!.variables['name']!.personal = true;
  const prepared = prepare(machine);
  const first = take(prepared, null, start());
  expect(first.trace).toEqual([{ did: 'enter', flow: 'main', state: 'a', node: 'a' }, { did: 'act', action: 'send' }, { did: 'rest', wait: 1, for: 'message' }]);
  const second = take(prepared, first.snapshot, say('Z'));
  expect(second.trace).toEqual([
    { did: 'recognise', as: 'text', ok: true },
    { did: 'take', edge: 'e1', from: 'a', happening: 'answer' },
    { did: 'set', variable: 'name', value: 'Z', personal: true },
    { did: 'enter', flow: 'main', state: 'b', node: 'b' },
    { did: 'guard', text: 'name == "Z"', held: true },
    { did: 'take', from: 'b' },
    { did: 'enter', flow: 'main', state: 'z', node: 'z' },
    { did: 'act', action: 'send' },
    { did: 'end' },
  ]);
  expect(second.actions).toEqual([{ type: 'send', message: { type: 'text', text: [{ value: 'Z', name: 'name', personal: true }] } }]);
  expect(take(prepared, first.snapshot, say('Y')).trace).toContainEqual({ did: 'guard', text: 'Why: name == "Y"', held: true });
});

test('what answers a session that is over is late, what is said to it is ignored', () => {
  const { timer } = events;
  const prepared = prepare(machineOf({ main: flowOf({ a: { entry: [send('bye')], final: true } }) }));
  const { snapshot } = take(prepared, null, start());
  expect(take(prepared, snapshot, timer(0)).trace).toEqual([{ did: 'late', wait: 0, current: 0 }]);
  expect(take(prepared, snapshot, say('hello')).trace).toEqual([{ did: 'ignore', why: 'over' }]);
});

test('a list of more than 1,000 items is no value', () => {
  const prepared = prepare(machineOf({ main: flowOf({
    a: { entry: [runCode('1.0')], wait: { for: 'result', meanwhile: 'hold' }, on: { done: [to('b', { set: [{ variable: 'all', value: { from: 'result', path: [] } }] })] } },
    b: { entry: [send('kept')], final: true },
  }, { all: [types.numbers, []] }) }));
  const { snapshot } = take(prepared, null, start());
  const given = (items: number): string => brief(take(prepared, snapshot, events.done(1, Array.from({ length: items }, () => 1))));
  expect(given(1_000)).toBe('kept | over 1');
  expect(given(1_001)).toBe('oops | over 1');
});
