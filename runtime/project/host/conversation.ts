import { session } from '@parley/shared/compiler/companion/tell';
import type { Told } from '@parley/shared/compiler/companion/tell';
import type { Tables } from '@parley/shared/compiler/companion/types';
import { dueAt } from '@parley/shared/engine/dueAt';
import { isInterrupted, keepsMessages } from '@parley/shared/engine/resting';
import { readCallback } from '@parley/shared/engine/readCallback';
import type { Facts } from '@parley/shared/expressions/types';
import { offsetsAround, zoneOr } from '@parley/shared/host/zones';
import { inputOf } from '@parley/shared/golden/inputOf';
import { stepOf } from '@parley/shared/golden/stepOf';
import { invariant } from '@parley/shared/lib/invariant';
import type { Action, ResultAction } from '@parley/shared/machine/action';
import type { CallbackContract } from '@parley/shared/machine/callback';
import type { MachineEvent } from '@parley/shared/machine/event';
import type { Wait } from '@parley/shared/machine/machine';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { ConversationTest, GoldenStep } from '@parley/shared/nodes/golden';
import type { AnyStateMachine } from 'xstate';

/** A machine and its tables, as `machine.ts` gives them. */
export interface Bot {
  machine: AnyStateMachine;
  tables: Tables;
}

/** Who talks, where, in which language and since when. */
export type Setting = Pick<ConversationTest, 'clock' | 'language' | 'ahead' | 'zone' | 'channel' | 'contact'>;

/** A conversation with a bot that runs on plain xstate. */
export interface Conversation {
  /** Everything said and done so far, in the lines golden conversations are written in. */
  lines: readonly GoldenStep[];
  /** Opens the page without saying anything. */
  begin(): void;
  /** One line that comes in: a message, a tap, a result, a callback, the end of a dialog, time that passes. Throws when it cannot be said here. */
  tell(line: GoldenStep): void;
  /** The effect whose result the bot waits for. */
  effect(): ResultAction | undefined;
  /** What the bot waits for; undefined before the beginning and after the end. */
  wait(): Wait | undefined;
  /** Options of the last question. */
  options(): readonly { id: string; label: string }[];
  snapshot(): Told['snapshot'] | undefined;
}

type Untimed = MachineEvent extends infer Event ? Event extends MachineEvent ? Omit<Event, 'facts'> : never : never;

/** Opens a conversation: it keeps the clock, timers, held messages and options, and tells the machine what comes in. */
export function openConversation({ machine, tables }: Bot, setting: Setting): Conversation {
  const running = session(machine, tables);
  const lines: GoldenStep[] = [];
  let now = setting.clock;
  // Messages, deadlines and other news so far: the seed of what is random.
  let turn = 0;
  let language = setting.language ?? tables.languages[0] ?? 'en';
  let told: Told | undefined;
  let timer: { wait: number; dueAt: string } | undefined;
  let held: Incoming[] = [];
  // The effect's wait in which somebody was told to wait.
  let toldAt: number | undefined;
  let options: { id: string; label: string; wait: number }[] = [];
  let dialog = '';
  let effect: ResultAction | undefined;
  // The callback that was awaited last.
  let opened: { wait: number; contract: CallbackContract } | undefined;

  const zone = zoneOr(setting.zone, 'UTC');
  const facts = (): Facts => ({
    now, language, zone, offsets: setting.zone === undefined ? [{ from: '1970-01-01T00:00:00.000Z', minutes: setting.ahead ?? 0 }] : offsetsAround(zone, now), seed: turn,
    channel: setting.channel ?? 'web', contact: { id: setting.contact ?? 'contact', name: setting.contact ?? '' },
  });
  const over = (): boolean => !told || told.snapshot.frames.length === 0;
  const seq = (): number => told?.snapshot.seq ?? 0;

  function happen(event: Untimed): void {
    const before = told;
    // The result of an effect belongs to the turn that asked for it.
    if (event.type !== 'result') turn += 1;
    // An event is one of its kinds with the facts of the moment.
    const timed = { ...event, facts: facts() } as MachineEvent;
    told = running.tell(timed);
    if (timer && timer.wait !== seq()) timer = undefined;
    effect = undefined;
    const resting = running.wait();
    if (resting?.for === 'callback') opened = { wait: told.snapshot.frames.at(-1)?.rests?.wait ?? seq(), contract: resting.contract };
    for (const action of told.actions) record(action);
    if (over() && ((before?.snapshot.frames.length ?? 0) > 0 || event.type === 'start')) {
      timer = undefined;
      effect = undefined;
      lines.push({ ends: true });
    }
  }

  function record(action: Action): void {
    if (action.type === 'startTimer') {
      timer = { wait: action.wait, dueAt: action.dueAt };
      return;
    }
    lines.push(stepOf(action));
    if (action.type === 'openDialog') dialog = action.dialog;
    else if (action.type !== 'send') effect = action;
    else if (action.message.type === 'choices') {
      const { options: offered, wait: of } = action.message;
      options = offered.map(({ id, label }) => ({ id, label: label.map((part) => (typeof part === 'string' ? part : part.value)).join(''), wait: of }));
    }
  }

  /** While an effect is under way or time passes messages are kept, and heard when that is over. */
  function hear(message: Incoming): void {
    if (running.isShortcut(message)) return happen({ type: 'message', message });
    const resting = running.wait();
    const at = seq();
    const keeping = keepsMessages(resting) ? resting : undefined;
    // Who waits for an effect is told so once; it is over in seconds.
    const once = keeping?.for === 'result' && keeping.meanwhile === 'oneMoment';
    const asked = effect;
    if (keeping?.for === 'result' ? !once || toldAt !== at : keeping?.meanwhile !== 'hold') happen({ type: 'message', message });
    if (once) toldAt = at;
    if (!keeping || seq() !== at) return;
    held = [...held, message];
    effect = asked;
  }

  function hearHeld(): void {
    const [message, ...rest] = held;
    if (!message || keepsMessages(running.wait()) || (told && isInterrupted(told.snapshot))) return;
    held = rest;
    happen(over() ? { type: 'start', message } : { type: 'message', message });
    hearHeld();
  }

  /** Lets time pass; every deadline on the way is kept at its own moment. */
  function pass(after: string): void {
    const until = dueAt(now, after);
    if (!until) throw new Error(`"${after}" is no duration: write it like PT1H.`);
    turn += 1;
    while (timer && timer.dueAt <= until) {
      const { dueAt: moment, wait: of } = timer;
      now = moment;
      // It comes once, whatever the machine makes of it.
      timer = undefined;
      happen({ type: 'timer', wait: of });
      hearHeld();
    }
    now = until;
  }

  function closeDialog(value: string, closed: string): void {
    if (closed === 'language') language = value;
    // Whoever starts over begins a new session, and so does whoever chooses a language before the first.
    if ((closed === 'reset' && value === 'reset') || !told) {
      timer = undefined;
      happen({ type: 'start' });
    } else {
      happen({ type: 'dialogDone', wait: seq(), dialog: closed, value });
      hearHeld();
    }
  }

  function callBack({ code, values = {} }: Extract<GoldenStep, { callback: object }>['callback']): void {
    const resting = running.wait();
    // Under a shortcut it is awaited on.
    const under = told?.snapshot.frames.findLast(({ rests }) => rests && rests.wait === opened?.wait)?.rests;
    const awaited = resting?.for === 'callback' ? { wait: seq(), contract: resting.contract } : under && opened;
    if (!awaited) throw new Error('No callback is awaited here.');
    const read = readCallback(awaited.contract, { code, values });
    if (!read.ok) throw new Error(`The callback "${code}" does not keep to what was agreed: ${read.fields.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
    happen({ type: 'callback', wait: awaited.wait, called: read.called });
    hearHeld();
  }

  return {
    lines,
    begin: () => happen({ type: 'start' }),
    tell(line) {
      if ('bot' in line || 'does' in line || 'ends' in line) return;
      invariant(!('set' in line), 'values are set by the machine alone here, not by hand');
      lines.push(line);
      if ('later' in line) pass(line.later);
      else if ('result' in line) {
        happen({ type: 'result', wait: seq(), result: line.result });
        hearHeld();
      } else if ('callback' in line) callBack(line.callback);
      else if ('dialogDone' in line) closeDialog(line.dialogDone, line.dialog ?? dialog);
      else {
        const message = inputOf(line, options);
        if (over()) happen({ type: 'start', message });
        else hear(message);
        hearHeld();
      }
    },
    // One the machine went past is not waited for.
    effect: () => (effect?.wait === seq() && running.wait()?.for === 'result' ? effect : undefined),
    wait: running.wait,
    options: () => options,
    snapshot: () => told?.snapshot,
  };
}

/** Holds a written conversation and gives what was said and done, to be compared with it. Throws when a line cannot be said. */
export function playConversation(bot: Bot, written: ConversationTest): { lines: readonly GoldenStep[]; variables: Record<string, unknown> } {
  const conversation = openConversation(bot, written);
  const [first] = written.conversation;
  // Something the contact says, or the language they choose before, opens the conversation; else the page does.
  if (!first || !('user' in first || ('dialogDone' in first && first.dialog !== undefined))) conversation.begin();
  for (const line of written.conversation) conversation.tell(line);
  return { lines: conversation.lines, variables: conversation.snapshot()?.variables ?? {} };
}
