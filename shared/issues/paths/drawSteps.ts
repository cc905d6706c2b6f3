import { assertNever } from '../../lib/assertNever.ts';
import type { ActionTemplate, MessageTemplate, TextRef } from '../../machine/action.ts';
import type { HttpRequestTemplate } from '../../machine/httpRequest.ts';
import type { ModelOption } from '../../machine/modelCall.ts';
import { errorState } from '../../machine/machine.ts';
import type { Happening, State, StateId, Transition, Wait } from '../../machine/machine.ts';
import { expressionsOfMessage } from '../expressionsOfMessage.ts';
import type { Assumption, Effect, Place, Step } from './place.ts';
import type { Reader } from './reader.ts';

/** What the ways of a place are drawn with: `at` gives the place of a state, the error state's when there is none. */
export interface Surroundings {
  reader: Reader;
  at(state: StateId): Place;
}

/** Fills in the ways on from a place and what is read there. Guards are free choices, except those decided by themselves. */
export function drawSteps(place: Place, { reader, at }: Surroundings): void {
  const { state, flow } = place;
  const read = (found: ReturnType<Reader['expression']>, assumes: Assumption[]): void => {
    for (const { variable, spot } of found) place.reads.push({ variable, spot, assumes });
  };
  for (const action of state.entry) read(readsOfAction(action, flow, reader), []);
  const { open, assumes } = drawTransitions(state.always, 'always', []);
  if (open && !state.final) {
    if (state.wait) drawWait(state.wait, assumes);
    else place.steps.push(errorStep(assumes));
  }
  if (!open) {
    place.end = undefined;
    place.waits = false;
  }
  if (mayFail(state)) place.steps.push(errorStep([]));

  function drawWait(wait: Wait, before: Assumption[]): void {
    if (wait.timeout && 'until' in wait.timeout) read(reader.expression(flow, wait.timeout.until), before);
    if (wait.for === 'message') {
      const { recogniser, check } = wait;
      if (check) read(reader.expression(flow, check.expression).filter(({ variable }) => !variable.endsWith(':answer')), before);
      if (recogniser.kind === 'date' || recogniser.kind === 'when') for (const bound of [recogniser.earliest, recogniser.latest]) if (bound) read(reader.expression(flow, bound), before);
    }
    for (const why of happeningsOf(wait)) {
      const transitions = why === 'unknown' ? [...(state.on.unknown ?? []), ...(state.on.failed ?? [])] : state.on[why] ?? [];
      const drawn = drawTransitions(transitions, why, before);
      if (drawn.open && comesOnce.has(why)) place.steps.push(errorStep(before));
    }
  }

  /** Draws transitions tried in order; open = none of them may be taken, having assumed so much. */
  function drawTransitions(transitions: readonly Transition[], why: Step['why'], before: Assumption[]): { open: boolean; assumes: Assumption[] } {
    let known = before;
    for (const transition of transitions) {
      const { guard } = transition;
      if (guard?.is === 'means') read(reader.expression(flow, guard.said), known);
      if (guard?.is !== 'true') {
        place.steps.push(stepOf(transition, why, known));
        if (!guard) return { open: false, assumes: known };
        continue;
      }
      read(reader.expression(flow, guard.expression), known);
      const decided = reader.judge(flow, guard.expression.cel);
      if (decided === false) continue;
      const assumption = reader.assumption(flow, guard.expression);
      place.steps.push(stepOf(transition, why, assumption ? [...known, assumption] : known));
      if (decided) return { open: false, assumes: known };
      if (assumption) known = [...known, { fact: assumption.fact, holds: !assumption.holds }];
    }
    return { open: true, assumes: known };
  }

  function stepOf(transition: Transition, why: Step['why'], assumes: Assumption[]): Step {
    const { to, call, guard, cursor, count } = transition;
    const effects = effectsOf(transition, flow, reader);
    return {
      why,
      to: call || transition.return ? undefined : at(to ?? errorState),
      call: call && { flow: call.flow, returnTo: at(call.returnTo), failedTo: at(call.failedTo ?? errorState), results: call.results },
      ends: transition.return && !call ? 'done' : undefined,
      guard,
      assumes,
      effects,
      writes: effects.length === 0 ? [] : [...new Set(effects.flatMap((effect) => ('writes' in effect ? [effect.writes] : [])))],
      advances: cursor?.step === 'next',
      // A model may ask for flows only so often before it must answer.
      counts: guard?.is === 'below' || count?.to === 'increment' || call?.tool !== undefined,
    };
  }

  function errorStep(assumes: Assumption[]): Step {
    if (state.onError) return stepOf(state.onError, 'error', assumes);
    return { why: 'error', to: at(errorState), call: undefined, ends: undefined, guard: undefined, assumes, effects: [], writes: [], advances: false, counts: false };
  }
}

/** Happenings that do not come again: when nothing handles one, it goes where errors go. */
const comesOnce: ReadonlySet<Step['why']> = new Set(['done', 'failed', 'unknown', 'calledBack', 'dialogDone']);

/** What can happen to a wait. */
export function happeningsOf(wait: Wait): Happening[] {
  const silence: Happening[] = wait.timeout ? ['timeout'] : [];
  switch (wait.for) {
    case 'message': return ['answer', ...(wait.recogniser.kind === 'form' ? ['step' as const] : []), ...(wait.skip ? ['skipped' as const] : []), ...(wait.recogniser.kind === 'anything' ? [] : ['invalid' as const]), ...silence];
    case 'result': return ['done', 'failed', 'unknown', ...silence];
    case 'callback': return ['calledBack', ...(wait.meanwhile === 'interrupt' ? ['failed' as const] : []), ...silence];
    case 'dialog': return ['dialogDone', ...silence];
    case 'time': return silence;
    default: return assertNever(wait);
  }
}

function effectsOf({ set = [], cursor, call }: Transition, flow: string, reader: Reader): Effect[] {
  const effects: Effect[] = [];
  const read = (found: ReturnType<Reader['expression']>): void => {
    for (const { variable, spot } of found) effects.push({ reads: variable, spot });
  };
  for (const { variable, value } of set) {
    if (value.from === 'expression') read(reader.expression(flow, value.expression));
    if (value.from === 'text') read(reader.text(flow, value.text));
    const writes = reader.resolve(flow, variable);
    if (writes !== undefined) effects.push({ writes, unsets: value.from === 'unset' });
  }
  if (cursor?.step === 'start') read(reader.expression(flow, cursor.list));
  for (const { expression } of call?.args ?? []) read(reader.expression(flow, expression));
  return effects;
}

/** Whether something in a state can fail so that its error route is taken; a failing guard or text only does where there is a route. */
function mayFail(state: State): boolean {
  const transitions = [...state.always, ...Object.values(state.on).flat()];
  const works = state.entry.some(({ type }) => type !== 'send' && type !== 'openDialog') || transitions.some(({ set, cursor, call }) => set?.length || cursor?.step === 'start' || call);
  const computed = state.wait?.timeout !== undefined && 'until' in state.wait.timeout;
  return works || computed || (state.onError !== undefined && (state.entry.length > 0 || transitions.some(({ guard }) => guard?.is === 'true' || guard?.is === 'means')));
}

function readsOfAction(action: ActionTemplate, flow: string, reader: Reader): ReturnType<Reader['expression']> {
  switch (action.type) {
    case 'send': return [...textsOfMessage(action.message).flatMap((ref) => reader.text(flow, ref)), ...expressionsOfMessage(action.message).flatMap((expression) => reader.expression(flow, expression))];
    case 'openDialog': return [];
    case 'runCode': return action.input.flatMap(({ expression }) => reader.expression(flow, expression));
    case 'findRecords': return action.where.flatMap(({ value }) => reader.expression(flow, value));
    case 'addRecord':
    case 'changeRecord': return [...reader.expression(flow, action.key), ...action.fields.flatMap(({ value }) => reader.expression(flow, value))];
    case 'removeRecord': return reader.expression(flow, action.key);
    case 'openCallback': return [...action.inputs.flatMap(({ expression }) => reader.expression(flow, expression)), ...(action.announce ? readsOfRequest(action.announce.request, flow, reader) : [])];
    case 'httpRequest': return readsOfRequest(action, flow, reader);
    case 'fetchFile': return reader.expression(flow, action.url);
    case 'callModel': return [...action.data.flatMap(({ expression }) => reader.expression(flow, expression)), ...[action.instructions, ...(action.output.as === 'option' ? action.output.options.flatMap(optionTexts) : [])].flatMap((ref) => reader.text(flow, ref))];
    default: return assertNever(action);
  }
}

function readsOfRequest({ url, query, headers, body }: HttpRequestTemplate, flow: string, reader: Reader): ReturnType<Reader['expression']> {
  const texts = [url, ...[...query, ...headers].map(({ value }) => value), ...(body?.as === 'text' ? [body.text] : body?.as === 'form' ? body.fields.map(({ value }) => value) : [])];
  return [...texts.flatMap((ref) => reader.text(flow, ref)), ...(body?.as === 'json' ? body.json.flatMap(({ value }) => reader.expression(flow, value)) : [])];
}

function optionTexts({ label, description, examples }: ModelOption<TextRef>): TextRef[] {
  return [label, description, examples].flatMap((ref) => ref ?? []);
}

/** Every text of a message. */
export function textsOfMessage(message: MessageTemplate): { text: string }[] {
  const some = (...refs: ({ text: string } | undefined)[]): { text: string }[] => refs.flatMap((ref) => ref ?? []);
  switch (message.type) {
    case 'text': return some(message.text, message.header, message.footer);
    case 'audio':
    case 'result': return [];
    case 'image':
    case 'video':
    case 'document':
    case 'file': return some(message.caption);
    case 'form': return some(message.body, message.submit, message.cancel, message.skip, message.unreadable, ...message.fields.flatMap(({ label, note, error, options = [] }) => [label, note, error, ...options.map((option) => option.label)]));
    case 'choices': return some(message.body, message.header, message.footer, ...message.options.flatMap(({ label, note }) => [label, note]));
    default: return assertNever(message);
  }
}
