import { createActor } from 'xstate';
import type { AnyActorScope, AnyStateMachine, SnapshotFrom } from 'xstate';
import { fold } from '../../answers/fold.ts';
import { recogniseForm } from '../../answers/form/recogniseForm.ts';
import { recognise } from '../../answers/recognise.ts';
import type { AnswerContext } from '../../answers/recognised.ts';
import { own } from '../../expressions/fits.ts';
import type { Facts } from '../../expressions/types.ts';
import type { Json } from '../../lib/json.ts';
import type { Action } from '../../machine/action.ts';
import type { MachineEvent } from '../../machine/event.ts';
import type { Shortcut, Wait } from '../../machine/machine.ts';
import type { Snapshot } from '../../machine/snapshot.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Context, Happened, Tables, Types } from './types.ts';
import { valuesOf } from './values.ts';
import type { Values } from './values.ts';

/** What one event made of a session that runs on xstate, in the engine's words. */
export interface Told {
  snapshot: Snapshot;
  actions: Action[];
  /** What was done, in order; see `Turn.notes`. */
  notes: string[];
  /** Where xstate itself says the machine is: `flow:state`, `$end` when the session is over. */
  at: string;
}

/** A session of an emitted machine. */
export interface Session {
  tell(event: MachineEvent): Told;
  /** What it waits for; undefined before the beginning and after the end. */
  wait(): Wait | undefined;
  /** Whether a message is a shortcut that is heard now, whatever is waited for; those are never kept. */
  isShortcut(message: Incoming): boolean;
  /** Another session that stands where this one does. */
  fork(): Session;
}

type At = { state: SnapshotFrom<AnyStateMachine> | undefined; seq: number };

/**
 * A session of an emitted machine on plain xstate: `tell` it what comes from outside, as the engine is told, and perform the
 * actions it gives. Makes xstate's events of messages, results, timers and dialogs; what is late or of no use changes nothing.
 */
export function session(machine: AnyStateMachine, tables: Tables): Session {
  return sessionAt({ machine, tables, values: valuesOf(tables) }, { state: undefined, seq: 0 });
}

/** What sessions of one machine share. */
interface Chart {
  machine: AnyStateMachine;
  tables: Tables;
  values: Values;
  scope?: AnyActorScope;
}

/** xstate's own pure functions make an actor for every transition; one that never starts serves them all. */
function scopeOf(chart: Chart, input: Types['input']): AnyActorScope {
  if (chart.scope) return chart.scope;
  const self = createActor(chart.machine, { input });
  const nothing = (): void => undefined;
  chart.scope = { self, id: '', sessionId: '', system: self.system, logger: nothing, defer: nothing, stopChild: nothing, emit: nothing, actionExecutor: nothing };
  return chart.scope;
}

function sessionAt(chart: Chart, from: At): Session {
  const { machine, tables, values } = chart;
  const door = own(tables.flows, tables.main)?.entry;
  let at = from;

  const contextOf = ({ state }: At): Context | undefined => state?.context as Context | undefined;
  const over = (): boolean => !at.state || at.state.status !== 'active';

  function waitOf(): Wait | undefined {
    if (!at.state) return undefined;
    const metas: Types['meta'][] = Object.values(at.state.getMeta());
    return metas.find(({ wait }) => wait)?.wait;
  }

  function told(changed: boolean): Told {
    const context = contextOf(at);
    const turn = changed ? context?.turn : undefined;
    const snapshot: Snapshot = { v: 1, frames: context?.frames ?? [], variables: context?.variables ?? {}, seq: context?.seq ?? at.seq };
    return { snapshot, actions: turn?.effects ?? [], notes: turn?.notes ?? [], at: placeOf(at.state?.value) };
  }

  function send(event: Happened): Told {
    if (!at.state) return told(false);
    const next = machine.transition(at.state, event, scopeOf(chart, { facts: event.facts, seq: at.seq }));
    const changed = next !== at.state;
    at = { state: next, seq: next.context.seq };
    return told(changed);
  }

  function start(facts: Facts): Told {
    const input = { facts, seq: at.seq };
    const state = machine.getInitialSnapshot(scopeOf(chart, input), input);
    at = { state, seq: state.context.seq };
    return told(true);
  }

  /** A flow that begins by listening for keywords hears what the contact opened with. */
  function open(facts: Facts, message: Incoming): Told {
    const first = start(facts);
    const wait = waitOf();
    if (over() || first.at !== `${tables.main}:${door}` || wait?.for !== 'message' || wait.recogniser.kind !== 'keywords') return first;
    const second = hear(facts, message);
    const actions = [...first.actions, ...second.actions].filter((action) => action.type !== 'startTimer' || action.wait === at.seq);
    return { ...second, actions, notes: [...first.notes, ...second.notes] };
  }

  function hear(facts: Facts, message: Incoming): Told {
    const wait = waitOf();
    const nothing = told(false);
    if (!wait || wait.for === 'dialog' || ['reaction', 'edited', 'callback', 'dialogReply'].includes(message.type)) return nothing;
    if ('wait' in message && message.wait !== undefined && message.wait !== at.seq) return nothing;
    const listening = wait.for === 'message' && wait.recogniser.kind === 'keywords' && nothing.snapshot.frames.length === 1 && nothing.at === `${tables.main}:${door}`;
    if (message.type === 'start' && !listening) return nothing;
    const said = message.type === 'text' ? fold(message.text) : undefined;
    const shortcut = shortcutIn(message, wait);
    if (shortcut) return isThere(shortcut) ? send({ type: `shortcut.${shortcut.id}`, facts }) : nothing;
    if (wait.for !== 'message') return wait.meanwhile === 'interrupt' ? send({ type: 'failed', value: 'interrupted', facts }) : wait.meanwhile === 'oneMoment' ? send({ type: 'meanwhile', facts }) : nothing;
    const skips = wait.skip && values.inAllLanguages(wait.skip).flatMap((words) => words.split(',')).map(fold);
    if (skips && (message.type === 'choiceReply' ? message.option === 'skip' : said && skips.includes(said))) return send({ type: 'skipped', facts });
    return answer(facts, message, wait);
  }

  /** What the contact asks for, where it may come between: coming back would perform an effect under way a second time. */
  function shortcutIn(message: Incoming, wait: Wait): Shortcut | undefined {
    const said = message.type === 'text' ? fold(message.text) : undefined;
    const shortcut = tables.shortcuts.find(({ id, keywords }) => (message.type === 'choiceReply'
      ? message.wait === undefined && message.option === id
      : said !== undefined && Object.values(keywords).flat().some((word) => fold(word) === said)));
    return wait.for !== 'result' || shortcut?.does.kind === 'restart' ? shortcut : undefined;
  }

  function answer(facts: Facts, message: Incoming, wait: Extract<Wait, { for: 'message' }>): Told {
    const context = contextOf(at);
    if (!context) return told(false);
    const { recogniser, check } = wait;
    const known: AnswerContext = { facts, text: (ref) => values.inAllLanguages(ref), evaluate: (expression) => values.evaluate(context, facts, expression) };
    if (recogniser.kind === 'form') {
      const filling = recogniseForm(recogniser, message, known, context.frames.at(-1)?.forms?.[recogniser.form]);
      if (filling.is === 'filled') return send({ type: 'answer', value: filling.value, facts });
      return send({ type: filling.is === 'step' ? 'step' : 'invalid', draft: { form: recogniser.form, draft: filling.draft }, facts });
    }
    const heard = recognise(recogniser, message, known);
    const fits = heard.ok && (!check || values.accepts(context, facts, check, heard.value));
    return send(fits ? { type: 'answer', value: heard.value, facts } : { type: 'invalid', facts });
  }

  /** What comes for a wait under a shortcut is kept; undefined when it can be taken now. */
  function keep(event: Extract<MachineEvent, { type: 'callback' | 'timer' }>): Told | undefined {
    const { frames } = told(false).snapshot;
    const place = frames.findIndex(({ rests }) => rests?.wait === event.wait);
    const rests = frames[place]?.rests;
    const onTop = frames.at(-1)?.rests;
    const isCurrent = event.wait === at.seq || (rests !== undefined && place === frames.length - 1);
    // The answer that was kept came before the deadline.
    if (isCurrent && event.type === 'timer' && onTop?.asks && onTop.came) return send({ type: 'asked', facts: event.facts });
    if (isCurrent && !(event.type === 'callback' && rests?.asks)) return undefined;
    if (!rests || rests.came) return told(false);
    return send({ type: 'kept', place, came: event.type === 'timer' ? { type: 'timer' } : { type: 'callback', called: event.called }, facts: event.facts });
  }

  /** Back from a shortcut, what came for the wait meanwhile is taken. */
  function takeKept(first: Told, facts: Facts): Told {
    const rests = first.snapshot.frames.at(-1)?.rests;
    if (!rests?.came || rests.asks) return first;
    const then = happen({ ...rests.came, wait: rests.wait, facts });
    return { ...then, actions: [...first.actions, ...then.actions], notes: [...first.notes, ...then.notes] };
  }

  function happen(event: Exclude<MachineEvent, { type: 'start' }>): Told {
    const { facts } = event;
    const kept = event.type === 'callback' || event.type === 'timer' ? keep(event) : 'wait' in event && event.wait !== at.seq ? told(false) : undefined;
    if (over() || kept) return kept ?? told(false);
    const wait = waitOf();
    switch (event.type) {
      case 'message': return hear(facts, event.message);
      case 'callback': return wait?.for === 'callback' ? send({ type: 'calledBack', value: { outcome: event.called.outcome, values: event.called.values }, facts }) : told(false);
      case 'timer': return send({ type: 'timeout', facts });
      case 'dialogDone': return closeDialog(event.value, facts);
      case 'result': return wait?.for === 'result' ? send(resultOf(event.result, facts)) : told(false);
    }
  }

  function closeDialog(value: string, facts: Facts): Told {
    const wait = waitOf();
    if (wait?.for === 'dialog') return send({ type: 'dialogDone', value, facts });
    if (wait?.for === 'message') return send({ type: 'again', facts });
    return contextOf(at)?.frames.at(-1)?.rests?.asks ? send({ type: 'asked', facts }) : told(false);
  }

  function isThere({ does }: Shortcut): boolean {
    return does.kind !== 'call' || Object.hasOwn(tables.flows, does.flow);
  }

  return {
    fork: () => sessionAt(chart, at),
    wait: () => (over() ? undefined : waitOf()),
    isShortcut: (message) => {
      const wait = over() ? undefined : waitOf();
      return wait !== undefined && wait.for !== 'dialog' && shortcutIn(message, wait) !== undefined;
    },
    tell: (event) => (event.type === 'start' ? open(event.facts, event.message ?? { type: 'start' }) : takeKept(happen(event), event.facts)),
  };
}

function resultOf(result: Extract<MachineEvent, { type: 'result' }>['result'], facts: Facts): Happened {
  return result.ok ? { type: 'done', value: result.value, facts } : { type: result.outcome, value: result.error, facts };
}

function placeOf(value: unknown): string {
  if (typeof value === 'string' || value === undefined) return value ?? '$end';
  const [place] = Object.entries(value as Record<string, Json>);
  return place ? `${place[0]}:${String(place[1])}` : '$end';
}
