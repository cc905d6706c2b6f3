import { anyText, cel, events, flowOf, machineOf, runCode, send, to, types } from './machineOf.ts';
import { asks, one, setTo, vars } from './ruleParts.ts';
import type { RuleRow } from './ruleParts.ts';

const { start, say, tap, done, timer, dialogDone, message } = events;

/** Rules of flows: loops, subflows, dialogs, shortcuts and beginning anew. */
export const flowRules: RuleRow[] = [
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
    rule: 'while an effect is under way only starting anew is a shortcut: coming back would perform it twice',
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
