import type { Json } from '../lib/json.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine, Transition } from '../machine/machine.ts';
import { anyText, cel, events, flowOf, machineOf, runCode, send, to, types } from './machineOf.ts';

const { start, say, tap, calledBack, done, failed, unknown, timer, dialogDone, message } = events;

/** One rule of a turn: a machine, what is told to it, and what must come of it (see `brief` in the engine's test). */
export interface RuleRow {
  rule: string;
  machine: Machine;
  turns: [MachineEvent, string][];
  variables?: Record<string, Json>;
}

const asks = { entry: [send('name?')], wait: anyText };
const variables = { n: [types.number, 0], name: [types.text, 'nobody'], list: [types.numbers, []], flag: [types.boolean, false] } as const satisfies Parameters<typeof flowOf>[1];
const vars = { ...variables } as Parameters<typeof flowOf>[1];
const one = (states: Parameters<typeof flowOf>[0], rest?: Partial<Machine>) => machineOf({ main: flowOf(states, vars) }, rest);
const setTo = (variable: string, text: string, type: Parameters<typeof cel>[1] = types.number) => ({ variable, value: { from: 'expression', expression: cel(text, type) } }) as const;
const contract = { codes: [{ code: 'paid', label: 'Paid' }, { code: 'refused', label: 'Refused' }], outputs: [{ name: 'amount', type: types.number }] };
const broken = cel('1 / 0 > list[5]');

/** Every rule of a turn, as a conversation; the engine's test and the differential test run them. */
export const ruleRows: RuleRow[] = [
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
  {
    rule: 'an effect collected before the state that waits carries that wait',
    machine: one({
      a: { entry: [{ type: 'send', message: { type: 'choices', body: { text: 'which' }, options: [] } }], always: [to('a/waiting')] },
      'a/waiting': { wait: anyText, on: { answer: [to('a')] } },
    }),
    turns: [[start(), 'which? 1 | a/waiting 1'], [say('x'), 'which? 2 | a/waiting 2']],
  },
  {
    rule: 'a loop walks a copied list and ends',
    machine: one({
      a: { always: [to('l', { set: [setTo('list', '[3.0, 4.0]', types.numbers)], cursor: { loop: 'l', step: 'start', list: cel('list', types.numbers) } })] },
      l: { always: [to('l/body', { guard: { is: 'more', loop: 'l' }, cursor: { loop: 'l', step: 'next' } }), to('z', { cursor: { loop: 'l', step: 'end' } })] },
      'l/body': { always: [to('l/say', { set: [{ variable: 'n', value: { from: 'item', loop: 'l' } }, setTo('list', '[]', types.numbers)] })] },
      'l/say': { entry: [send('{n}')], always: [to('l')] },
      z: { entry: [send('end')], always: [to('zz', { set: [{ variable: 'n', value: { from: 'index', loop: 'l' } }] })] },
      zz: { final: true },
    }),
    turns: [[start(), '3 4 end oops | over 0']],
  },
  {
    rule: 'a counter is below its limit until it is counted there',
    machine: one({
      a: { ...asks, on: { answer: [to('a', { guard: { is: 'below', counter: 'c', limit: 2 }, count: { counter: 'c', to: 'increment' } }), to('b', { count: { counter: 'c', to: 'reset' } })] } },
      b: { entry: [send('enough')], wait: anyText, on: { answer: [to('a', { guard: { is: 'below', counter: 'c', limit: 1 } })] } },
    }),
    turns: [[start(), 'name? | a 1'], [say('1'), 'name? | a 2'], [say('2'), 'name? | a 3'], [say('3'), 'enough | b 4'], [say('4'), 'name? | a 5']],
  },
  {
    rule: 'a subflow has its own locals, sees the session, gives results back',
    machine: machineOf({
      main: flowOf({
        a: { always: [{ call: { flow: 'sub', args: [{ local: 'n', expression: cel('7.0', types.number) }], results: [{ variable: 'n', local: 'out' }], returnTo: 'b' } }] },
        b: { entry: [send('back {n} {name}')], final: true },
      }, vars),
      sub: flowOf({
        s: { entry: [send('in {n}')], wait: anyText, on: { answer: [to('t', { set: [setTo('out', 'n * 2.0'), { variable: 'name', value: { from: 'answer' } }] })] } },
        t: { final: true },
      }, { n: [types.number, 0], out: [types.number, 0] }),
    }),
    turns: [[start(), 'in 7 | a > sub:s 1'], [say('Z'), 'back 14 Z | over 1']],
    variables: { n: 14, name: 'Z' },
  },
  {
    rule: 'a result a subflow never set is unset for its caller',
    machine: machineOf({
      main: flowOf({
        a: { always: [{ set: [setTo('n', '5.0')], call: { flow: 'sub', args: [], results: [{ variable: 'n', local: 'out' }], returnTo: 'b' } }] },
        b: { entry: [send('{isSet(n)}')], final: true },
      }, vars),
      sub: flowOf({ s: { always: [{ return: true }] } }, { out: [types.number, 0] }),
    }),
    turns: [[start(), 'no | over 0']],
    variables: {},
  },
  {
    rule: 'a result a subflow never set is its declared default',
    machine: machineOf({
      main: flowOf({
        a: { always: [{ call: { flow: 'sub', args: [], results: [{ variable: 'n', local: 'out' }], returnTo: 'b' } }] },
        b: { entry: [send('{isSet(n)} {n}')], final: true },
      }, vars),
      sub: flowOf({ s: { always: [{ return: true }] } }, { out: [types.number, 12, true] }),
    }),
    turns: [[start(), 'yes 12 | over 0']],
    variables: { n: 12 },
  },
  {
    rule: 'a subflow that failed sends its caller to failedTo, else to its $error; one that ends the session ends it',
    machine: machineOf({
      main: flowOf({
        a: { always: [{ call: { flow: 'sub', args: [], results: [], returnTo: '$error', failedTo: 'b' } }] },
        b: { entry: [send('b')], always: [{ call: { flow: 'quiet', args: [], results: [], returnTo: 'a' } }] },
      }, vars),
      sub: flowOf({ s: { final: true, outcome: 'failed' } }),
      quiet: flowOf({ s: { entry: [send('quiet')], final: true, outcome: 'session' } }),
    }),
    turns: [[start(), 'b quiet | over 0']],
  },
  {
    rule: 'a call that cannot be made is an error of the caller',
    machine: one({ a: { always: [{ call: { flow: 'gone', args: [], results: [], returnTo: 'a' } }], onError: to('b') }, b: { entry: [send('b')], final: true } }),
    turns: [[start(), 'b | over 0']],
  },
  {
    rule: 'a failure in a subflow says its own error text and ends the session',
    machine: machineOf({
      main: flowOf({ a: { always: [{ call: { flow: 'sub', args: [], results: [], returnTo: 'a' } }] } }),
      sub: flowOf({ s: { entry: [runCode('x[3]')] }, $error: { node: '', entry: [send('sub oops')], final: true } }),
    }),
    turns: [[start(), 'sub oops | over 0']],
  },
  {
    rule: 'a dialog the flow asks for goes on when it is done; messages and shortcuts are off meanwhile',
    machine: one({
      a: { entry: [{ type: 'openDialog', dialog: 'language' }], wait: { for: 'dialog' }, on: { dialogDone: [to('b', { guard: { is: 'outcome', outcome: 'fr' } }), to('a')] } },
      b: { entry: [send('b')], wait: anyText },
    }, { shortcuts: [{ id: 's', keywords: { en: ['restart'] }, does: { kind: 'restart' } }] }),
    turns: [[start(), 'openDialog 1 | a 1'], [say('restart'), '| a 1'], [dialogDone(7, 'fr'), '| a 1'], [dialogDone(1, 'de'), 'openDialog 2 | a 2'], [dialogDone(2, 'fr'), 'b | b 3']],
  },
  {
    rule: 'restart begins anew and forgets; its waits never answer to old ids',
    machine: one({
      a: { ...asks, on: { answer: [to('b', { set: [{ variable: 'name', value: { from: 'answer' } }] })] } },
      b: { entry: [send('hi {name}')], wait: anyText, on: { answer: [to('a')] } },
    }, { shortcuts: [{ id: 's', keywords: { en: ['Start over'] }, does: { kind: 'restart' } }] }),
    turns: [[start(), 'name? | a 1'], [say('Z'), 'hi Z | b 2'], [say('start  OVER'), 'name? | a 3']],
    variables: {},
  },
  {
    rule: 'a shortcut dialog leaves the wait; when it is done the node is asked again',
    machine: one({
      a: { ...asks, always: [to('a/more', { guard: { is: 'true', expression: cel('true') } })] },
      'a/more': { node: 'a', wait: anyText, on: { answer: [to('$silence')] } },
    }, { shortcuts: [{ id: 's', keywords: { en: ['language'] }, does: { kind: 'dialog', dialog: 'language' } }] }),
    turns: [[start(), 'name? | a/more 2'], [say('language'), 'openDialog 2 | a/more 2'], [dialogDone(2), 'name? | a/more 4']],
  },
  {
    rule: 'a shortcut call pushes a frame, takes the place of another one, and on return the node is entered again',
    machine: machineOf({
      main: flowOf({ a: { ...asks, wait: { ...anyText, timeout: { after: 'PT1H' } }, on: { answer: [to('a')] } } }),
      menu: flowOf({ m: { entry: [send('menu')], wait: anyText, on: { answer: [to('m/end')] } }, 'm/end': { final: true } }),
    }, { shortcuts: [{ id: 's', keywords: { en: ['menu'], hi: ['मेनू'] }, does: { kind: 'call', flow: 'menu' } }] }),
    turns: [
      [start(), 'name? timer 1 2026-11-20T11:00 | a 1'], [say('मेनू'), 'menu | a > menu:m 2'], [timer(1), '| a > menu:m 2'],
      [tap('s'), 'menu | a > menu:m 3'], [say('x'), 'name? timer 4 2026-11-20T11:00 | a 4'],
    ],
  },
  {
    rule: 'during an effect only starting anew is a shortcut: coming back would perform it twice',
    machine: machineOf({
      main: flowOf({ a: { entry: [runCode('1.0')], wait: { for: 'result', meanwhile: 'hold' }, on: { done: [to('$silence')] } } }),
      menu: flowOf({ m: { entry: [send('menu')], final: true } }),
    }, { shortcuts: [{ id: 'm', keywords: { en: ['menu'] }, does: { kind: 'call', flow: 'menu' } }, { id: 'r', keywords: { en: ['restart'] }, does: { kind: 'restart' } }] }),
    turns: [[start(), 'runCode 1 | a 1'], [say('menu'), '| a 1'], [say('restart'), 'runCode 2 | a 2'], [done(1, 1), '| a 2']],
  },
  {
    rule: 'a flow that begins by listening hears what the contact opened with',
    machine: one({
      a: { wait: { for: 'message', recogniser: { kind: 'keywords', options: [{ id: 'book', words: { text: 'book, reserve' } }] }, timeout: { after: 'PT1H' } }, on: { answer: [to('b')], invalid: [to('c')] } },
      b: { entry: [send('booking')], wait: anyText }, c: { entry: [send('welcome')], wait: anyText },
    }),
    turns: [[start({ type: 'text', text: 'I want to book' }), 'booking | b 2'], [start(), 'welcome | c 4'], [start({ type: 'text', text: 'hi' }), 'welcome | c 6']],
  },
  {
    rule: 'reactions, edits and a chat that is opened again are no answers',
    machine: one({ a: { ...asks, on: { answer: [to('b')], invalid: [to('b')] } }, b: { ...asks, on: { answer: [to('a')], invalid: [to('a')] } } }),
    turns: [[start({ type: 'text', text: 'hi' }), 'name? | a 1'], [message({ type: 'reaction', emoji: '+' }), '| a 1'], [message({ type: 'edited', message: '1', text: 'x' }), '| a 1'], [message({ type: 'start' }), '| a 1']],
  },
];


/** A limit, a machine that passes it when it is told `over`, and one saying that stays under it. */
export interface LimitRow {
  limit: string;
  machine: Machine;
  over: string;
  under?: string;
}

const keep = to('b', { set: [{ variable: 'name', value: { from: 'answer' } }] });
const opening: Parameters<typeof flowOf>[0] = { a: { ...asks, on: { answer: [to('z', { guard: { is: 'true', expression: cel('isSet(flag)') } }), keep] } } };
const resting: Parameters<typeof flowOf>[0] = { z: { entry: [send('z')], wait: anyText } };
const grow = (times: number) => to('b', {
  guard: { is: 'below', counter: 'c', limit: times }, count: { counter: 'c', to: 'increment' },
  set: [{ variable: 'big', value: { from: 'expression', expression: cel('big + [name + name + name + name]', types.texts) } }],
});
const loops = Array.from({ length: 11 }, (_, i) => to('c', {
  guard: { is: 'below', counter: 'd', limit: i + 1 }, count: { counter: 'd', to: 'increment' }, cursor: { loop: `m${i}`, step: 'start', list: cel('big', types.texts) },
}));
const bigVars: Parameters<typeof flowOf>[1] = { ...vars, big: [types.texts, []], long: [types.numbers, Array.from({ length: 1_000 }, () => 1)] };
const limited = (states: Parameters<typeof flowOf>[0], rest: Record<string, ReturnType<typeof flowOf>> = {}) => machineOf({ main: flowOf({ ...opening, ...states, ...resting }, bigVars), ...rest });
const counted = (letter: string): Omit<Transition, 'to'> => ({ count: { counter: letter.repeat(140_000), to: 'increment' } });
const callDeep = { call: { flow: 'sub', args: [], results: [], returnTo: 's' } };
const round = Array.from({ length: 60 }, (_, i) => [`s${i}`, { always: [to(`s${(i + 1) % 60}`)] }]);

// A letter of Hindi takes three bytes: four times 300 of them, ten times, are 36,000 bytes; 1,000 of them 120,000.
const long = 'ह'.repeat(1_000);

/** Every limit of a turn that a machine can pass; the engine's test and the differential test run them. */
export const limitRows: LimitRow[] = [
  { limit: 'visitsPerState', machine: limited({ b: { entry: [send('said')], always: [to('b')] } }), over: 'x' },
  { limit: 'frames', machine: limited({ b: { entry: [send('said')], always: [{ call: { flow: 'sub', args: [], results: [], returnTo: 'z' } }] } }, { sub: flowOf({ s: { always: [callDeep] } }) }), over: 'x' },
  { limit: 'steps', machine: limited({ b: { entry: [send('said')], always: [to('s0')] }, ...Object.fromEntries(round) }), over: 'x' },
  { limit: 'variablesBytes', machine: limited({ b: { always: [grow(10), to('z')] } }), over: long, under: long.slice(0, 250) },
  { limit: 'cursorsBytes', machine: limited({ b: { always: [grow(7), to('c')] }, c: { always: [...loops, to('z')] } }), over: long.slice(0, 300), under: long.slice(0, 75) },
  { limit: 'variablesBytes', machine: limited({ b: { always: [grow(10), to('$silence')] } }), over: long },
  // Only counters are neither variables nor cursors.
  { limit: 'snapshotBytes', machine: limited({ b: { always: [to('c', counted('x'))] }, c: { always: [to('d', counted('y'))] }, d: { always: [to('z', counted('z'))] } }), over: 'x' },
];

/** Goes through 1,000 items, visiting its states more often than a loop without items may. */
export const longLoop: Machine = limited({
  b: { always: [to('l', { cursor: { loop: 'l', step: 'start', list: cel('long', types.numbers) } })] },
  l: { always: [to('l/each', { guard: { is: 'more', loop: 'l' }, cursor: { loop: 'l', step: 'next' }, count: { counter: 'c', to: 'increment' } }), to('z')] },
  'l/each': { always: [to('l')] },
});
