import { assign } from 'xstate';
import { recognise } from '../answers/recognise.ts';
import { own } from '../expressions/fits.ts';
import type { Expression, Facts } from '../expressions/types.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { Action, ActionTemplate, RecordField } from '../machine/action.ts';
import { inWords } from '../machine/callback.ts';
import type { FormDraft } from '../machine/form.ts';
import { evaluateHttpRequest } from '../machine/httpRequest.ts';
import { evaluateModelCall } from '../machine/modelCall.ts';
import type { Deadline, Guard } from '../machine/machine.ts';
import type { ChoiceRecogniser } from '../machine/recogniser.ts';
import { shareOf } from '../machine/shareOf.ts';
import { limits } from '../machine/snapshot.ts';
import type { Context, Entering, Happened, Tables, Taking, Types } from './companion/types.ts';
import { changesOf } from './companion/changes.ts';
import { changeTop, dropRests, inside, tooBig, top, turnOf } from './companion/turn.ts';
import type { Args } from './companion/turn.ts';
import { Problem, valuesOf } from './companion/values.ts';
import { momentAfter, waitsOf } from './companion/waits.ts';

/** An effect's parameters in the emitted code: its template without the type. */
type Effect<Type extends ActionTemplate['type']> = Omit<Extract<ActionTemplate, { type: Type }>, 'type'>;

/**
 * Guards and actions of an emitted machine: what it cannot say in xstate's own words. Values are the CEL profile's; frames of
 * called flows are in the context; effects are collected as data in `context.turn.effects`, to be performed when it rests.
 */
export function companion(tables: Tables) {
  const values = valuesOf(tables);
  const { evaluate, valueOf, partsOf, inAllLanguages, messageOf } = values;
  const { attempt, callFlow, fail, hasRoute, keepSteps, leave, moveCursor, over, push, sourceOf, store } = changesOf(tables, values);
  const { ask, keep, rest, startTimer } = waitsOf(values, fail);

  /** An action. One that is not `urgent` does nothing once the turn has failed or passed a limit, or on the way back to a wait. */
  function act<Params extends object | undefined>(change: (work: Context, params: Params, event: Happened) => void, urgent = false) {
    return assign<Context, Happened, Params, Happened, never>((args, params) => {
      const turn = turnOf(args);
      const work = { ...args.context, turn };
      if (urgent || (!turn.failed && !turn.over && !turn.back)) change(work, params, args.event);
      return work;
    });
  }

  function collect<Type extends ActionTemplate['type']>(type: Type, make: (work: Context, effect: Effect<Type>, wait: number, event: Happened) => Action) {
    return act<Effect<Type>>((work, effect, event) => attempt(work, () => {
      work.turn.effects.push(make(work, effect, work.turn.waits ? work.seq : work.seq + 1, event));
      work.turn.notes.push(`act ${type}`);
    }, () => fail(work, 'action')));
  }

  function fields(work: Context, entries: [string, Expression][]): JsonObject {
    return Object.fromEntries(entries.map(([name, expression]) => [name, valueOf(work, expression)]));
  }
  const recordOf = (list: RecordField[]) => list.map(({ field, value }): [string, Expression] => [field, value]);

  function keyOf(work: Context, expression: Expression): string {
    const found = valueOf(work, expression);
    if (typeof found !== 'string' && typeof found !== 'number') throw new Problem('A key is a text or a number');
    return String(found);
  }

  /** Answers to a form are kept in the frame, or dropped. */
  function keepForm(work: Context, form: string, draft: FormDraft | undefined): void {
    const forms = Object.fromEntries(Object.entries(top(work).forms ?? {}).filter(([name]) => name !== form));
    if (draft) changeTop(work, { forms: { ...forms, [form]: draft } });
    else if (top(work).forms?.[form]) changeTop(work, { forms });
  }

  const valueIn = (event: Happened): Json | undefined => ('value' in event ? event.value : undefined);

  function going(args: Args): boolean {
    const { failed, over: passed } = turnOf(args);
    return !failed && !passed;
  }

  /** Whether a guard holds; one that fails does not. */
  function holds(args: Args, guard: Guard): boolean {
    if (!going(args)) return false;
    const { context, event } = args;
    switch (guard.is) {
      case 'true': {
        const got = evaluate(context, turnOf(args).facts, guard.expression);
        return got.ok && got.value === true;
      }
      case 'option': return valueIn(event) === guard.option;
      case 'outcome': {
        const value = valueIn(event);
        return (typeof value === 'string' ? value : inside(value, ['outcome'])) === guard.outcome;
      }
      case 'below': return (own(top(context).counters, guard.counter) ?? 0) < guard.limit;
      case 'more': {
        const cursor = own(top(context).cursors, guard.loop);
        return cursor !== undefined && cursor.index + 1 < cursor.list.length;
      }
      case 'share': return shareOf(turnOf(args).facts.contact.id, guard.key, guard.weights) === guard.option;
      case 'means': return meantBy(context, turnOf(args).facts, guard) === guard.option;
      default: return assertNever(guard);
    }
  }

  /** The option a text means; undefined when it means none, or cannot be evaluated. */
  function meantBy(context: Context, facts: Facts, { said, choice }: Extract<Guard, { is: 'means' }>): Json | undefined {
    const text = evaluate(context, facts, said);
    if (!text.ok) return undefined;
    const heard = recognise(choice, { type: 'text', text: String(text.value) }, { facts, text: inAllLanguages, evaluate: (expression) => evaluate(context, facts, expression) });
    return heard.ok ? heard.value : undefined;
  }

  /** Whether an expression fails. */
  function breaks(args: Args, expression: Expression): boolean {
    return going(args) && !evaluate(args.context, turnOf(args).facts, expression).ok;
  }

  /** A state that waits goes on by itself only while it is being entered; xstate asks again with every event that changes nothing. */
  const entering = ({ context, event }: Args): boolean => context.turn.of === event && context.turn.entered && !context.turn.back;

  return {
    types: {} as Types,
    tables,

    /** The context a session starts with: at the entry of the main flow, nothing set. */
    begin: ({ input: { facts, seq } }: { input: Types['input'] }): Context => ({
      frames: [{ flow: tables.main, at: own(tables.flows, tables.main)?.entry ?? '$error', locals: {}, cursors: {}, counters: {} }],
      variables: {},
      seq,
      turn: { of: null, facts, effects: [], notes: [], steps: 0, visits: {}, entered: false, waits: true, variables: {} },
    }),

    guards: {
      /** Nothing has failed and no limit was passed: what every way on asks first. */
      within: going,
      /** An expression holds; one that fails does not. */
      is: (args: Args, expression: Expression) => holds(args, { is: 'true', expression }),
      /** An expression fails, and its state says where errors go. */
      breaks,
      /** The contact chose this option. */
      option: (args: Args, { option }: { option: string }) => holds(args, { is: 'option', option }),
      /** An effect or a dialog ended so. */
      outcome: (args: Args, { outcome }: { outcome: string }) => holds(args, { is: 'outcome', outcome }),
      /** Something was counted less often than that. */
      below: (args: Args, params: { counter: string; limit: number }) => holds(args, { is: 'below', ...params }),
      /** A loop has items left. */
      more: (args: Args, { loop }: { loop: string }) => holds(args, { is: 'more', loop }),
      /** The contact is in this share of everybody. */
      share: (args: Args, params: { key: string; option: string; weights: Record<string, number>; label?: string }) => holds(args, { is: 'share', ...params }),
      /** A text means this option of a choice. */
      means: (args: Args, params: { option: string; said: Expression; choice: ChoiceRecogniser }) => holds(args, { is: 'means', ...params }),
      /** A guard of a state that could also wait. */
      entering: (args: Args, { guard }: { guard?: Guard }) => entering(args) && (guard ? holds(args, guard) : going(args)),
      /** The same for an expression that fails. */
      enteringBreaks: (args: Args, expression: Expression) => entering(args) && breaks(args, expression),
      /** The timer of this wait has not been started yet. */
      untimed: (args: Args) => args.context.turn.back === true || (entering(args) && going(args) && args.context.turn.timed !== args.context.seq),
      /** The flow that ended leads here. */
      goes: (args: Args, { to }: { to: string }) => going(args) && args.context.turn.goes === to && to !== '$end',
      /** The session ends, and what it holds may be kept. */
      ends: (args: Args) => going(args) && args.context.turn.goes === '$end' && (args.context.turn.abandoned === true || !tooBig(args.context)),
      /** Something failed. */
      astray: ({ context: { turn } }: Args) => turn.failed !== undefined && !turn.over,
      /** Something failed whose errors go this way. */
      failed: ({ context: { turn } }: Args, { route }: { route: string }) => turn.failed === route && !turn.over,
      /** A limit was passed: while resting, or on the way. */
      over: ({ context }: Args) => !context.turn.abandoned && (context.turn.over !== undefined || (!context.turn.failed && tooBig(context) !== undefined)),
      overAgain: ({ context: { turn } }: Args) => turn.abandoned === true && turn.over !== undefined,
    },

    actions: {
      /** First thing in every state: where we are, how often we were here, and the id of the wait that begins. */
      enter: act<Entering>((work, { flow, state, waits = false }) => {
        const { turn } = work;
        dropRests(work);
        changeTop(work, { at: state });
        turn.steps += 1;
        turn.visits[`${flow}:${state}`] = (turn.visits[`${flow}:${state}`] ?? 0) + 1;
        if (turn.steps > limits.steps) return over(work, 'steps');
        if ((turn.visits[`${flow}:${state}`] ?? 0) > limits.visitsPerState) return over(work, 'visitsPerState');
        turn.notes.push(`enter ${flow}:${state}`);
        turn.entered = true;
        turn.waits = waits;
        if (waits) work.seq += 1;
      }),
      send: collect('send', (work, { message }, wait, event) => ({ type: 'send', message: messageOf(work, message, { strict: hasRoute(top(work)), wait, result: valueIn(event) }) })),
      openDialog: collect('openDialog', (_, { dialog }, wait) => ({ type: 'openDialog', dialog, wait })),
      runCode: collect('runCode', (work, { code, input, output, timeoutMs }, wait) => (
        { type: 'runCode', wait, code, input: fields(work, input.map(({ name, expression }) => [name, expression])), output, timeoutMs })),
      findRecords: collect('findRecords', (work, { collection, where, limit }, wait) => (
        { type: 'findRecords', wait, collection, where: fields(work, recordOf(where)), limit })),
      addRecord: collect('addRecord', (work, { collection, key, fields: list }, wait) => (
        { type: 'addRecord', wait, collection, key: keyOf(work, key), fields: fields(work, recordOf(list)) })),
      changeRecord: collect('changeRecord', (work, { collection, key, fields: list }, wait) => (
        { type: 'changeRecord', wait, collection, key: keyOf(work, key), fields: fields(work, recordOf(list)) })),
      removeRecord: collect('removeRecord', (work, { collection, key }, wait) => ({ type: 'removeRecord', wait, collection, key: keyOf(work, key) })),
      httpRequest: collect('httpRequest', (work, request, wait) => (
        { type: 'httpRequest', wait, ...evaluateHttpRequest(request, (ref) => partsOf(work, ref, hasRoute(top(work))), (expression) => valueOf(work, expression)) })),
      fetchFile: collect('fetchFile', (work, { url }, wait) => ({ type: 'fetchFile', wait, url: String(valueOf(work, url)) })),
      openCallback: collect('openCallback', (work, { contract, labels, inputs, expires, announce }, wait) => ({
        ...(announce && { announce: { ...announce, request: evaluateHttpRequest(announce.request, (ref) => partsOf(work, ref, hasRoute(top(work))), (expression) => valueOf(work, expression)) } }),
        type: 'openCallback', wait, contract: inWords(contract, labels, tables.languages, inAllLanguages), inputs: fields(work, inputs.map(({ name, expression }) => [name, expression])), expiresAt: momentAfter(work, expires.after) ?? null,
      })),
      callModel: collect('callModel', (work, call, wait) => ({
        type: 'callModel', wait,
        ...evaluateModelCall(call, { language: work.turn.facts.language, steps: (exchange) => own(top(work).exchanges ?? {}, exchange) ?? [], text: (ref) => partsOf(work, ref, hasRoute(top(work))), value: (expression) => valueOf(work, expression) }),
      })),
      /** The deadline of the wait, once it is clear that the machine rests here. */
      startTimer: act<Deadline>(startTimer),
      /** A wait for another system or a moment begins: a shortcut may come between. After one it goes on, under a new id. */
      rest: act<{ timeout?: Deadline }>(rest, true),
      /** What came for a wait under a shortcut is kept until the contact is back. */
      keep: act((work, _, event) => keep(work, event)),
      /** A dialog that the contact asked for leaves what is awaited as it is. */
      asks: act((work) => ask(work, true)),
      asked: act((work) => ask(work, false)),
      /** Everything a transition does besides leading somewhere. */
      take: act<Taking>((work, { from, edge, set = [], cursor, count, call, forget, last }, event) => {
        work.turn.notes.push(`take ${from} ${edge ?? ''}`);
        dropRests(work);
        attempt(work, () => {
          if (!work.turn.entered && !last && 'draft' in event && event.draft) keepForm(work, event.draft.form, event.draft.draft);
          set.forEach(({ variable, value }) => store(work, variable, sourceOf(work, value, valueIn(event))));
          if (cursor) moveCursor(work, cursor);
          const { counters } = top(work);
          if (count) changeTop(work, { counters: { ...counters, [count.counter]: count.to === 'reset' ? 0 : (own(counters, count.counter) ?? 0) + 1 } });
          if (forget !== undefined) keepForm(work, forget, undefined);
          if (forget !== undefined) keepSteps(work, forget, undefined);
          if (call) callFlow(work, call, valueIn(event));
        }, () => fail(work, 'transition', last));
      }),
      /** A failure that no expression made: a guard's, a result's, a dead end. */
      fail: act<{ where: string }>((work, { where }) => fail(work, where)),
      /** The way an error goes is taken: from here on the turn goes on. */
      recover: act((work) => {
        work.turn.failed = undefined;
      }, true),
      /** The end of a flow: back to its caller with its results, or to where it was interrupted, or the end of the session. */
      leave: act<{ outcome?: 'failed' | 'session' }>((work, { outcome }) => leave(work, outcome)),
      /** The session begins anew; its waits go on being counted. */
      restart: act((work) => {
        work.variables = {};
        work.frames = [{ flow: tables.main, at: own(tables.flows, tables.main)?.entry ?? '$error', locals: {}, cursors: {}, counters: {} }];
      }),
      /** A shortcut's flow goes on top; another shortcut's makes room for it. */
      interrupt: act<{ flow: string }>((work, { flow }) => {
        const under = work.frames.findIndex(({ shortcut }) => shortcut);
        if (under > 0) work.frames = work.frames.slice(0, under);
        push(work, flow, { shortcut: true });
      }),
      /** A limit was passed: nothing of the event counts, the main flow's error text ends the session. */
      abandon: act((work) => {
        const { turn } = work;
        const size = turn.over ? undefined : tooBig(work);
        if (size) turn.notes.push(`limit ${size}`);
        work.variables = turn.variables;
        work.frames = [{ flow: tables.main, at: '$error', locals: {}, cursors: {}, counters: {} }];
        Object.assign(turn, { over: undefined, failed: undefined, goes: undefined, effects: [], steps: 0, visits: {}, abandoned: true });
      }, true),
      /** The session ends with nothing more to say. */
      end: act((work) => {
        if (work.turn.over) work.turn.effects = [];
        Object.assign(work.turn, { over: undefined, failed: undefined, goes: '$end' });
        work.frames = [];
        work.turn.notes.push('end');
      }, true),
    },
  };
}
