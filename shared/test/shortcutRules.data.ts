import { events, flowOf, anyText, machineOf, send, to, types } from './machineOf.ts';
import { contract, vars } from './ruleParts.ts';
import type { RuleRow } from './ruleParts.ts';

const { start, say, timer, calledBack, dialogDone } = events;

/** A payment that is awaited for an hour; `paid` says what came with it. */
const pays = (more: object = {}) => ({
  a: {
    entry: [send('pay')], wait: { for: 'callback' as const, contract, timeout: { after: 'PT1H' }, meanwhile: 'oneMoment' as const, waitingText: { text: 'one moment' } },
    on: { calledBack: [to('b', { guard: { is: 'outcome', outcome: 'paid' }, set: [{ variable: 'n', value: { from: 'result', path: ['values', 'amount'] } }] })], timeout: [to('c')] }, ...more,
  },
  b: { entry: [send('paid {n}')], wait: anyText }, c: { entry: [send('late')], wait: anyText },
});
const shortcuts = [
  { id: 'm', keywords: { en: ['menu'] }, does: { kind: 'call' as const, flow: 'menu' } }, { id: 'h', keywords: { en: ['hours'] }, does: { kind: 'call' as const, flow: 'hours' } },
  { id: 'l', keywords: { en: ['language'] }, does: { kind: 'dialog' as const, dialog: 'language' as const } }, { id: 'r', keywords: { en: ['restart'] }, does: { kind: 'restart' as const } },
];
const paying = machineOf({
  main: flowOf(pays(), vars),
  menu: flowOf({ m: { entry: [send('menu')], wait: { ...anyText, timeout: { after: 'PT5M' } }, on: { answer: [to('m/end')], timeout: [to('$silence')] } }, 'm/end': { final: true } }),
  hours: flowOf({ h: { entry: [send('8 to 6')], final: true } }),
}, { shortcuts });
const first = 'pay timer 1 2026-11-20T11:00 | a 1';

/** Rules of shortcuts that come between while another system or a moment is awaited. */
export const shortcutRules: RuleRow[] = [
  {
    rule: 'a shortcut comes between while a callback is awaited; then it is awaited on, with its own deadline, and nothing is done again',
    machine: paying,
    turns: [
      [start(), first], [say('menu'), 'menu timer 2 2026-11-20T10:05 | a > menu:m 2'], [say('x'), 'timer 3 2026-11-20T11:00 | a 3'],
      [say('hello'), 'one moment | a 3'], [say('hours'), '8 to 6 timer 4 2026-11-20T11:00 | a 4'], [calledBack(1, 'paid', { amount: 4 }), 'paid 4 | b 5'], [calledBack(1, 'paid', { amount: 5 }), '| b 5'],
    ],
    variables: { n: 4 },
  },
  {
    rule: 'a callback that comes under a shortcut is kept, the first one, and taken when the contact is back',
    machine: paying,
    turns: [
      [start(), first], [say('menu'), 'menu timer 2 2026-11-20T10:05 | a > menu:m 2'], [calledBack(1, 'paid', { amount: 4 }), '| a > menu:m 2'], [calledBack(1, 'refused'), '| a > menu:m 2'],
      [say('x'), 'paid 4 | b 4'],
    ],
    variables: { n: 4 },
  },
  {
    rule: 'a deadline that comes under a shortcut is kept too, and another shortcut takes the place of the first',
    machine: paying,
    turns: [[start(), first], [say('menu'), 'menu timer 2 2026-11-20T10:05 | a > menu:m 2'], [timer(1), '| a > menu:m 2'], [say('menu'), 'menu timer 3 2026-11-20T10:05 | a > menu:m 3'], [say('x'), 'late | c 5']],
  },
  {
    rule: 'a silence in a shortcut ends only that while something is awaited',
    machine: paying,
    turns: [[start(), first], [say('menu'), 'menu timer 2 2026-11-20T10:05 | a > menu:m 2'], [timer(2), 'timer 3 2026-11-20T11:00 | a 3'], [timer(3), 'late | c 4']],
  },
  {
    rule: 'a dialog the contact asks for holds a callback back until it is done; a deadline ends it, but what was kept came first',
    machine: paying,
    turns: [
      [start(), first], [say('language'), 'openDialog 1 | a 1'], [dialogDone(1, 'fr'), '| a 1'], [say('language'), 'openDialog 1 | a 1'], [calledBack(1, 'paid', { amount: 4 }), '| a 1'],
      [timer(1), 'paid 4 | b 2'],
    ],
    variables: { n: 4 },
  },
  {
    rule: 'a callback kept during a dialog is taken when the dialog is done',
    machine: paying,
    turns: [[start(), first], [say('language'), 'openDialog 1 | a 1'], [calledBack(1, 'paid', { amount: 4 }), '| a 1'], [dialogDone(1, 'fr'), 'paid 4 | b 2']],
    variables: { n: 4 },
  },
  {
    rule: 'a shortcut comes between while time passes, also where messages are held; the moment stays what it was',
    machine: machineOf({
      main: flowOf({ a: { entry: [send('wait')], wait: { for: 'time', meanwhile: 'hold', timeout: { after: 'PT2H' } }, on: { timeout: [to('b')] } }, b: { entry: [send('now')], wait: anyText } }, { n: [types.number, 0] }),
      hours: flowOf({ h: { entry: [send('8 to 6')], final: true } }),
    }, { shortcuts: shortcuts.filter(({ id }) => id !== 'm') }),
    turns: [[start(), 'wait timer 1 2026-11-20T12:00 | a 1'], [say('tea'), '| a 1'], [say('hours'), '8 to 6 timer 2 2026-11-20T12:00 | a 2'], [timer(1), 'now | b 3']],
  },
  {
    rule: 'starting over forgets what was awaited',
    machine: paying,
    turns: [[start(), first], [say('restart'), 'pay timer 2 2026-11-20T11:00 | a 2'], [calledBack(1, 'paid', { amount: 4 }), '| a 2']],
  },
];
