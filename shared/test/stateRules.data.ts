import { anyText, cel, events, flowOf, machineOf, runCode, send, to, types } from './machineOf.ts';
import { asks, vars, one, setTo, contract, broken } from './ruleParts.ts';
import type { RuleRow } from './ruleParts.ts';

const { start, say, tap, calledBack, done, failed, unknown, timer } = events;

/** Rules of states: transitions, assignments, waits, effects and callbacks. */
export const stateRules: RuleRow[] = [
  {
    rule: 'enters, says, rests; an answer is assigned and evaluated in the text that follows',
    machine: one({
      ask: { ...asks, on: { answer: [to('bye', { set: [{ variable: 'name', value: { from: 'answer' } }] })] } },
      bye: { entry: [send('hello {name}')], final: true },
    }),
    turns: [[start(), 'name? | ask 1'], [say('Asha'), 'hello Asha | over 1'], [say('again'), '| over 1']],
    variables: { name: 'Asha' },
  },
  {
    rule: 'always is tried in order and a guard that fails counts as false',
    machine: one({
      a: { always: [to('b', { guard: { is: 'true', expression: broken } }), to('c', { guard: { is: 'true', expression: cel('n == 0.0') } }), to('b')] },
      b: { entry: [send('b')], final: true }, c: { entry: [send('c')], final: true },
    }),
    turns: [[start(), 'c | over 0']],
  },
  {
    rule: 'a guard that fails goes to onError where the state has one',
    machine: one({
      a: { always: [to('b', { guard: { is: 'true', expression: broken } }), to('b')], onError: to('c') },
      b: { entry: [send('b')], final: true }, c: { entry: [send('c')], final: true },
    }),
    turns: [[start(), 'c | over 0']],
  },
  {
    rule: 'a text piece that fails is empty, or goes to onError',
    machine: one({
      a: { entry: [send('x{list[5]}y')], always: [to('b')] },
      b: { entry: [send('p{list[5]}q')], onError: to('c'), always: [to('$error')] },
      c: { entry: [send('c')], final: true },
    }),
    turns: [[start(), 'xy c | over 0']],
  },
  {
    rule: 'a failed effect or assignment goes to $error, what was said before stays said',
    machine: one({ a: { entry: [send('first'), runCode('list[5]')], wait: { for: 'result', meanwhile: 'hold' } } }),
    turns: [[start(), 'first oops | over 1']],
  },
  {
    rule: 'assignments of a transition are made in order, and all or none',
    machine: one({
      a: { always: [to('b', { set: [setTo('n', 'n + 2.0'), setTo('n', 'n * 5.0')] })] },
      b: { entry: [send('{n}')], always: [to('c', { set: [setTo('n', '99.0'), setTo('n', 'list[3]')] })], onError: to('c') },
      c: { entry: [send('{n}')], final: true },
    }),
    turns: [[start(), '10 10 | over 0']],
    variables: { n: 10 },
  },
  {
    rule: 'a value that does not fit its variable is an error',
    machine: one({ a: { ...asks, on: { answer: [to('a', { set: [{ variable: 'n', value: { from: 'answer' } }] })] } } }),
    turns: [[start(), 'name? | a 1'], [say('ten'), 'oops | over 1']],
    variables: {},
  },
  {
    rule: 'unset makes a variable hold its initial value again',
    machine: one({
      a: { always: [to('b', { set: [setTo('name', '"x"', types.text)] })] },
      b: { entry: [send('{name}')], always: [to('c', { set: [{ variable: 'name', value: { from: 'unset' } }] })] },
      c: { entry: [send('{name} {isSet(name)}')], final: true },
    }),
    turns: [[start(), 'x nobody no | over 0']],
    variables: {},
  },
  {
    rule: 'a failing error route ends the session instead of looping',
    machine: machineOf({ main: flowOf({
      a: { entry: [runCode('list[5]')] },
      $error: { node: '', entry: [runCode('list[5]')], onError: to('$error'), always: [to('a')] },
    }, vars) }),
    turns: [[start(), '| over 0']],
  },
  {
    rule: 'onError that fails itself goes to $error',
    machine: one({ a: { entry: [runCode('list[5]')], onError: to('b', { set: [setTo('n', 'list[5]')] }) }, b: { final: true } }),
    turns: [[start(), 'oops | over 0']],
  },
  {
    rule: 'a state that is gone and a state without a way out are errors',
    machine: one({ a: { ...asks, on: { answer: [to('nowhere')] } } }),
    turns: [[start(), 'name? | a 1'], [say('x'), 'oops | over 1']],
  },
  {
    rule: 'a message that is no answer is invalid; without a way for it the wait stays as it is',
    machine: one({
      a: { entry: [send('how many?')], wait: { for: 'message', recogniser: { kind: 'number' } }, on: { invalid: [to('b')] } },
      b: { entry: [send('a number please')], wait: { for: 'message', recogniser: { kind: 'number' } }, on: { answer: [to('c', { set: [{ variable: 'n', value: { from: 'answer' } }] })] } },
      c: { entry: [send('{n}')], final: true },
    }),
    turns: [[start(), 'how many? | a 1'], [say('many'), 'a number please | b 2'], [say('lots'), '| b 2'], [say('3'), '3 | over 2']],
  },
  {
    rule: 'what is no answer can be left alone: nothing is said, and silence counts from the question',
    machine: one({ a: { entry: [send('a photo?')], wait: { for: 'message', recogniser: { kind: 'number' }, timeout: { after: 'PT1H' } }, on: { answer: [to('b')], invalid: [], timeout: [to('b')] } }, b: { entry: [send('bye')], final: true } }),
    turns: [[start(), 'a photo? timer 1 2026-11-20T11:00 | a 1'], [say('soon'), '| a 1'], [timer(1), 'bye | over 1']],
  },
  {
    rule: 'options are chosen by guard; a tap of a former question is late',
    machine: one({
      a: {
        entry: [{ type: 'send', message: { type: 'choices', body: { text: 'which' }, options: [{ id: 'o1', label: { text: 'Red' } }, { id: 'o2', label: { text: 'Blue' } }] } }],
        wait: { for: 'message', recogniser: { kind: 'choice', typed: true, other: false, options: [{ id: 'o1', label: { text: 'Red' } }, { id: 'o2', label: { text: 'Blue' } }] } },
        on: { answer: [to('b', { guard: { is: 'option', option: 'o1' } }), to('a', { guard: { is: 'option', option: 'o2' }, set: [{ variable: 'name', value: { from: 'text', text: { text: 'Blue' } } }] })] },
      },
      b: { entry: [send('red')], final: true },
    }),
    turns: [[start(), 'which? 1 | a 1'], [tap('o2', 1), 'which? 2 | a 2'], [tap('o1', 1), '| a 2'], [say('red'), 'red | over 2']],
    variables: { name: 'Blue' },
  },
  {
    rule: 'skipping by word or tap, before the answer is recognised',
    machine: one({
      a: { ...asks, wait: { ...anyText, skip: { text: 'skip, later' } }, on: { answer: [to('b')], skipped: [to('a')] } },
      b: { final: true },
    }),
    turns: [[start(), 'name? | a 1'], [say(' LATER '), 'name? | a 2'], [tap('skip', 2), 'name? | a 3'], [say('Lata'), '| over 3']],
  },
  {
    rule: 'a timer of the current wait is silence; leaving the wait makes it late; ignoring keeps it',
    machine: one({
      a: { ...asks, wait: { ...anyText, timeout: { after: 'PT1H30M' } }, on: { answer: [to('b')], timeout: [to('c')] } },
      b: { entry: [send('b')], wait: { ...anyText, timeout: { after: 'P1D' } }, on: {} },
      c: { entry: [send('silence')], final: true },
    }),
    turns: [[start(), 'name? timer 1 2026-11-20T11:30 | a 1'], [say('x'), 'b timer 2 2026-11-21T10:00 | b 2'], [timer(1), '| b 2'], [timer(2), '| b 2']],
  },
  {
    rule: 'a timer that is due takes the timeout way',
    machine: one({ a: { ...asks, wait: { ...anyText, timeout: { after: 'PT1H' } }, on: { timeout: [to('c')] } }, c: { entry: [send('silence')], final: true } }),
    turns: [[start(), 'name? timer 1 2026-11-20T11:00 | a 1'], [timer(1), 'silence | over 1'], [timer(1), '| over 1']],
  },
  {
    rule: 'a result is used once and only by its wait; its parts and outcome are read',
    machine: one({
      a: { entry: [runCode('n + 1.0')], wait: { for: 'result', meanwhile: 'hold' }, on: { done: [to('b', { guard: { is: 'outcome', outcome: 'added' }, set: [{ variable: 'n', value: { from: 'result', path: ['count'] } }] })] } },
      b: { entry: [send('{n}')], wait: anyText },
    }),
    turns: [[start(), 'runCode 1 | a 1'], [done(9, { outcome: 'added', count: 4 }), '| a 1'], [say('hurry'), '| a 1'], [done(1, { outcome: 'added', count: 4 }), '4 | b 2'], [done(1, { outcome: 'added', count: 5 }), '| b 2']],
    variables: { n: 4 },
  },
  {
    rule: 'a result nobody has a way for takes the error route',
    machine: one({ a: { entry: [runCode('1.0')], wait: { for: 'result', meanwhile: 'hold' }, on: { done: [to('b', { guard: { is: 'outcome', outcome: 'added' } })] } }, b: { final: true } }),
    turns: [[start(), 'runCode 1 | a 1'], [done(1, { outcome: 'exists' }), 'oops | over 1']],
  },
  {
    rule: 'failed and unknown go their ways; unknown is a failure unless told apart; a failure without a way is onError',
    machine: one({
      a: { entry: [runCode('1.0')], wait: { for: 'result', meanwhile: 'hold' }, on: { failed: [to('b')], unknown: [to('c')] } },
      b: { entry: [runCode('2.0')], wait: { for: 'result', meanwhile: 'hold' }, on: { failed: [to('c')] } },
      c: { entry: [runCode('3.0')], wait: { for: 'result', meanwhile: 'hold' }, onError: to('d') },
      d: { entry: [send('d')], final: true },
    }),
    turns: [[start(), 'runCode 1 | a 1'], [failed(1), 'runCode 2 | b 2'], [unknown(2), 'runCode 3 | c 3'], [failed(3), 'd | over 3']],
  },
  {
    rule: 'a message meanwhile is answered, held or interrupts',
    machine: one({
      a: { entry: [runCode('1.0')], wait: { for: 'result', meanwhile: 'oneMoment', waitingText: { text: 'one moment' } }, on: { done: [to('b')] } },
      b: { entry: [runCode('2.0')], wait: { for: 'result', meanwhile: 'interrupt' }, on: { failed: [to('c')] } },
      c: { entry: [send('stopped')], final: true },
    }),
    turns: [[start(), 'runCode 1 | a 1'], [say('hurry'), 'one moment | a 1'], [done(1, 1), 'runCode 2 | b 2'], [say('stop'), 'stopped | over 2']],
  },
  {
    rule: 'a callback answers its own wait, once, by its code; a message meanwhile is told to wait',
    machine: one({
      a: {
        wait: { for: 'callback', contract, meanwhile: 'oneMoment', waitingText: { text: 'one moment' } },
        on: { calledBack: [to('c', { guard: { is: 'outcome', outcome: 'refused' } }), to('b', { guard: { is: 'outcome', outcome: 'paid' }, set: [{ variable: 'n', value: { from: 'result', path: ['values', 'amount'] } }] })] },
      },
      b: { entry: [send('{n}')], wait: anyText },
      c: { final: true },
    }),
    turns: [[start(), '| a 1'], [calledBack(9, 'paid', { amount: 4 }), '| a 1'], [say('hurry'), 'one moment | a 1'], [done(1, 4), '| a 1'], [calledBack(1, 'paid', { amount: 4 }), '4 | b 2'], [calledBack(1, 'paid', { amount: 5 }), '| b 2']],
    variables: { n: 4 },
  },
  {
    rule: 'a callback nobody has a way for takes the error route; a message may interrupt it',
    machine: one({
      a: { wait: { for: 'callback', contract, meanwhile: 'interrupt' }, on: { failed: [to('b')] } },
      b: { wait: { for: 'callback', contract, meanwhile: 'hold' }, on: { calledBack: [to('a', { guard: { is: 'outcome', outcome: 'paid' } })] } },
    }),
    turns: [[start(), '| a 1'], [say('stop'), '| b 2'], [say('go on'), '| b 2'], [calledBack(2, 'refused'), 'oops | over 2']],
  },
];
