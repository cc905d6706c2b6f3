import { recognise } from '../answers/recognise.ts';
import { fits, isObject, own } from '../expressions/fits.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Parts } from '../expressions/types.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { FormDraft } from '../machine/form.ts';
import { errorState, silenceState } from '../machine/machine.ts';
import type { Assignment, Call, CursorStep, Guard, State, ToolCall, Transition, Variable } from '../machine/machine.ts';
import type { ToolStep } from '../machine/modelCall.ts';
import { shareOf } from '../machine/shareOf.ts';
import { limits } from '../machine/snapshot.ts';
import type { Frame } from '../machine/snapshot.ts';
import { Failure, evaluate, textIn, textsOf, valueOf } from './collect.ts';
import { OverLimit, changeTop, flowOf, leaveWait, stateOf, stepsOf, top, writeVariable } from './run.ts';
import type { Run } from './run.ts';

/** Carries out a transition from the running state: assignments, cursor, count, then where to. A failure takes the error route. */
export function follow(run: Run, transition: Transition, happening?: string): void {
  run.trace.push({ did: 'take', edge: transition.edge, from: top(run).at, happening });
  leaveWait(run);
  const failure = attempt(run, () => change(run, transition, happening !== undefined));
  if (failure) return fail(run, 'transition', failure, transition);
  if (transition.return) return leave(run);
  if (!transition.call) changeTop(run, { at: transition.to ?? errorState });
}

function change(run: Run, { set, cursor, count, call, forget }: Transition, happened: boolean): void {
  if (happened && run.draft) keepForm(run, run.draft.form, run.draft.draft);
  set?.forEach((assignment) => assign(run, assignment));
  if (cursor) moveCursor(run, cursor);
  if (count) countUp(run, count);
  if (forget !== undefined) {
    keepForm(run, forget, undefined);
    keepSteps(run, forget, undefined);
  }
  if (call) push(run, call);
}

/** Makes all of several changes, or none: a half-made booking must not be what the error text speaks of. Gives the failure. */
function attempt(run: Run, changes: () => void): string | undefined {
  const { frames, variables, trace } = run;
  const kept = { frames: frames.slice(), variables, traced: trace.length };
  try {
    changes();
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    run.frames = kept.frames;
    run.variables = kept.variables;
    trace.length = kept.traced;
    return error.message;
  }
}

/** Records a failure of the running state and moves to where it goes: `onError`, else `$error`; a failure there ends the session. */
export function fail(run: Run, where: string, error: string, during?: Transition): void {
  const { at } = top(run);
  run.trace.push({ did: 'fail', state: at, where, error });
  const onError = stateOf(run)?.onError;
  if (onError && during !== onError && at !== errorState) return follow(run, onError);
  if (at === errorState || !Object.hasOwn(flowOf(run).compiled.states, errorState)) return end(run);
  changeTop(run, { at: errorState });
}

/** Whether a guard holds; throws a `Failure` when its expression fails. */
export function holds(run: Run, guard: Guard): boolean {
  switch (guard.is) {
    case 'true': return valueOf(run, guard.expression) === true;
    case 'option': return run.value === guard.option;
    case 'outcome': return outcomeOf(run.value) === guard.outcome;
    case 'below': return (own(top(run).counters, guard.counter) ?? 0) < guard.limit;
    case 'more': {
      const cursor = own(top(run).cursors, guard.loop);
      return cursor !== undefined && cursor.index + 1 < cursor.list.length;
    }
    case 'share': return shareOf(run.facts.contact.id, guard.key, guard.weights) === guard.option;
    case 'means': return meantBy(run, guard) === guard.option;
    default: return assertNever(guard);
  }
}

/** The option a text means, or undefined when it means none or several. */
function meantBy(run: Run, { said, choice }: Extract<Guard, { is: 'means' }>): Json | undefined {
  const heard = recognise(choice, { type: 'text', text: String(valueOf(run, said)) }, { facts: run.facts, text: (ref) => textsOf(run, ref), evaluate: (expression) => evaluate(run, expression) });
  return heard.ok ? heard.value : undefined;
}

/** What a guard asks, for the trace: by the author's name for it where there is one. */
export function guardText(guard: Guard): string {
  switch (guard.is) {
    case 'true': return guard.label ? `${guard.label}: ${guard.expression.cel}` : guard.expression.cel;
    case 'option': return `option ${guard.option}`;
    case 'outcome': return `outcome ${guard.outcome}`;
    case 'below': return `${guard.counter} below ${guard.limit}`;
    case 'more': return `more of ${guard.loop}`;
    case 'share': return `share ${guard.label ?? guard.option} of ${guard.key}`;
    case 'means': return `${guard.said.cel} means ${guard.option}`;
    default: return assertNever(guard);
  }
}

/**
 * The running frame is over: its results are copied to the caller, or the interrupted node is entered again, or the session
 * ends. A subflow that failed sends its caller to `failedTo` without results. A silence in what a shortcut led to ends only that, where
 * something is awaited under it.
 */
export function leave(run: Run, outcome?: State['outcome']): void {
  const left = run.frames.at(-1);
  const under = run.frames.findIndex(({ shortcut }) => shortcut);
  if (left?.at === silenceState && outcome === 'session' && run.frames[under - 1]?.rests) {
    run.frames = run.frames.slice(0, under);
    run.trace.push({ did: 'return', flow: left.flow });
    run.back = true;
    return;
  }
  if (!left || run.frames.length === 1 || outcome === 'session') return end(run);
  run.frames.pop();
  run.trace.push({ did: 'return', flow: left.flow });
  if (!left.call) return comeBack(run);
  if (left.call.tool) tellModel(run, left, left.call.tool, outcome);
  if (outcome === 'failed') return changeTop(run, { at: left.call.failedTo ?? errorState });
  const { results, returnTo } = left.call;
  const given = left.flow === run.prepared.machine.main ? run.variables : left.locals;
  const declared = run.prepared.flows.get(left.flow)?.compiled.variables ?? {};
  const failure = attempt(run, () => results.forEach(({ variable, local }) => store(run, variable, own(given, local) ?? defaultOf(own(declared, local)))));
  if (failure) return fail(run, 'return', failure);
  changeTop(run, { at: returnTo });
}

/** Keeps what a flow gave for the model that called it. */
function tellModel(run: Run, { flow, locals }: Frame, { exchange, id, arguments: given, gives }: NonNullable<NonNullable<Frame['call']>['tool']>, outcome: State['outcome']): void {
  const variables = run.prepared.flows.get(flow)?.compiled.variables ?? {};
  const result: JsonObject = Object.fromEntries(gives.map((local) => [local, own(locals, local) ?? own(variables, local)?.initial ?? null]));
  keepSteps(run, exchange, [...stepsOf(run, exchange), { tool: id, arguments: given, result: outcome === 'failed' ? null : result }]);
}

/** The default an author declared; a type's zero is none. */
function defaultOf(variable: Variable | undefined): Json | undefined {
  return variable?.declared ? variable.initial : undefined;
}

/** A shortcut is over: the question is asked again; what is awaited is awaited on. */
function comeBack(run: Run): void {
  if (top(run).rests) run.back = true;
  else resume(run);
}

/** Moves to the entry of the node the running frame rests in, so that its question is asked again. */
export function resume(run: Run): void {
  const node = stateOf(run)?.node;
  if (node && Object.hasOwn(flowOf(run).compiled.states, node)) changeTop(run, { at: node });
}

/** The session is over: no frames. */
export function end(run: Run): void {
  run.frames = [];
  run.trace.push({ did: 'end' });
}

/** A fresh frame at the entry of a flow. */
export function frameOf(run: Run, flow: string, more?: Partial<Frame>): Frame {
  const entry = run.prepared.flows.get(flow)?.compiled.entry ?? errorState;
  return { flow, at: entry, locals: {}, cursors: {}, counters: {}, ...more };
}

/** What a model gives a flow it calls: by the flow's variables, as far as it has them; anything else is left out. */
function argumentsFor(run: Run, { takes }: ToolCall, variables: Record<string, Variable>): JsonObject {
  const given = pick(run.value, ['arguments']);
  return Object.fromEntries(takes.flatMap((local): [string, Json][] => {
    const value = isObject(given) ? own(given, local) : undefined;
    const variable = own(variables, local);
    if (value === undefined) return [];
    if (!variable || !fits(variable.type, value)) throw new Failure(`The flow takes no such ${local}`);
    return [[local, value]];
  }));
}

function push(run: Run, { flow, args, results, returnTo, failedTo, tool }: Call): void {
  const callee = run.prepared.flows.get(flow);
  if (!callee) throw new Failure(`There is no flow ${flow} to call`);
  const locals: [string, Json][] = args.map(({ local, expression }) => {
    const value = valueOf(run, expression);
    const variable = own(callee.compiled.variables, local);
    if (!variable || !fits(variable.type, value)) throw new Failure(`The flow ${flow} takes no such ${local}`);
    return [local, value];
  });
  if (run.frames.length >= limits.frames) throw new OverLimit('frames');
  const given = tool && argumentsFor(run, tool, callee.compiled.variables);
  run.grew ||= locals.length > 0 || given !== undefined;
  run.trace.push({ did: 'call', flow });
  run.frames.push(frameOf(run, flow, { locals: { ...Object.fromEntries(locals), ...given }, call: { results, returnTo, failedTo, ...(tool && given && { tool: { ...tool, arguments: given } }) } }));
}

function assign(run: Run, { variable, value: source }: Assignment): void {
  store(run, variable, sourceValue(run, source));
}

function store(run: Run, name: string, value: Json | undefined): void {
  const variable = flowOf(run).variable(name);
  if (!variable) throw new Failure(`There is no variable ${name}`);
  if (value !== undefined && !fits(variable.type, value)) {
    throw new Failure(`${name} takes ${variable.type.kind}, this is ${JSON.stringify(value).slice(0, 100)}`);
  }
  writeVariable(run, name, value);
  run.trace.push({ did: 'set', variable: name, value: value ?? variable.initial, ...(variable.personal && { personal: true }) });
}

function sourceValue(run: Run, source: Assignment['value']): Json | undefined {
  switch (source.from) {
    case 'unset': return undefined;
    case 'expression': return valueOf(run, source.expression);
    case 'answer': return present(run.value, 'Nothing was answered');
    case 'text': return plain(textIn(run, source.text));
    case 'result': return source.optional ? pick(run.value, source.path) : present(pick(run.value, source.path), `The result has no ${source.path.join('.') || 'value'}`);
    case 'chosen': return chosenOf(pick(run.value, source.path)).map((id) => {
      const worth = own(source.worth, id);
      if (!worth) throw new Failure(`There is no option ${id}`);
      return 'code' in worth ? worth.code : plain(textIn(run, worth));
    });
    case 'item': {
      const cursor = own(top(run).cursors, source.loop);
      return present(cursor?.list[cursor.index], 'The loop stands at no item');
    }
    case 'index': return present(own(top(run).cursors, source.loop)?.index, 'The loop is not under way');
    default: return assertNever(source);
  }
}

const plain = (parts: Parts): string => parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');

/** The ids of chosen options. */
function chosenOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

/** How an effect or a dialog ended. */
function outcomeOf(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? value : pick(value, ['outcome']);
}

function present(value: Json | undefined, otherwise: string): Json {
  if (value === undefined) throw new Failure(otherwise);
  return value;
}

/** A value inside a result, or undefined. */
function pick(value: Json | undefined, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => (
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? own(inner, key) : undefined), value);
}

function moveCursor(run: Run, step: CursorStep): void {
  const { [step.loop]: cursor, ...others } = top(run).cursors;
  if (step.step === 'end') return changeTop(run, { cursors: others });
  run.grew = true;
  if (step.step === 'start') {
    const list = valueOf(run, step.list);
    if (!Array.isArray(list)) throw new Failure('A loop goes through a list');
    return changeTop(run, { cursors: { ...others, [step.loop]: { list, index: -1 } } });
  }
  if (!cursor || cursor.index + 1 >= cursor.list.length) throw new Failure('The loop has no next item');
  // A loop that advances is getting somewhere; one that only goes round is not.
  run.visits.clear();
  changeTop(run, { cursors: { ...others, [step.loop]: { list: cursor.list, index: cursor.index + 1 } } });
}

/** Keeps answers to a form in the running frame, or drops them. */
function keepForm(run: Run, form: string, draft: FormDraft | undefined): void {
  const { forms = {} } = top(run);
  const { [form]: _, ...others } = forms;
  run.grew = true;
  if (draft || form in forms) changeTop(run, { forms: draft ? { ...others, [form]: draft } : others });
}

/** Keeps the calls of an exchange with a model in the running frame, or drops them. */
function keepSteps(run: Run, exchange: string, steps: ToolStep[] | undefined): void {
  const { exchanges = {} } = top(run);
  const { [exchange]: _, ...others } = exchanges;
  run.grew = true;
  if (steps || exchange in exchanges) changeTop(run, { exchanges: steps ? { ...others, [exchange]: steps } : others });
}

function countUp(run: Run, { counter, to }: NonNullable<Transition['count']>): void {
  const { counters } = top(run);
  run.grew = true;
  changeTop(run, { counters: { ...counters, [counter]: to === 'reset' ? 0 : (own(counters, counter) ?? 0) + 1 } });
}
