import { passing } from '../answers/form/steps.ts';
import { isObject } from '../expressions/fits.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { ActionResult, ActionTemplate } from '../machine/action.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { State, Transition, Wait } from '../machine/machine.ts';
import { toolOutcome } from '../machine/modelCall.ts';
import type { FormRecogniser } from '../machine/form.ts';
import type { ChosenRecogniser, Recogniser } from '../machine/recogniser.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { PreparedFlow, PreparedMachine } from './prepare.ts';
import type { Resting } from './resting.ts';
import { sampleValue } from './sampleValue.ts';

/** An event before its facts are known. */
export type BareEvent = MachineEvent extends infer Event ? (Event extends MachineEvent ? Omit<Event, 'facts'> : never) : never;

/** Events worth trying where a session rests: for each way out of its wait at least one that may take it. */
export function candidatesFor(prepared: PreparedMachine, resting: Resting): BareEvent[] {
  const { wait, id, state } = resting;
  const timer: BareEvent[] = wait.timeout ? [{ type: 'timer', wait: id }] : [];
  switch (wait.for) {
    case 'message': return [...messagesFor(prepared, wait, id).map((message): BareEvent => ({ type: 'message', message })), ...timer];
    case 'result': return [...resultsFor(prepared, resting).map((result): BareEvent => ({ type: 'result', wait: id, result })), ...timer];
    case 'callback': return [...calledFor(wait, id), ...timer, ...(wait.meanwhile === 'hold' ? [] : [{ type: 'message' as const, message: text('anything') }])];
    case 'time': return [...timer, ...(wait.meanwhile === 'hold' ? [] : [{ type: 'message' as const, message: text('anything') }])];
    case 'dialog': {
      const values = new Set(['done', ...outcomesIn(state.on.dialogDone)]);
      return [...[...values].map((value): BareEvent => ({ type: 'dialogDone', wait: id, dialog: 'language', value })), ...timer];
    }
    default: return assertNever(wait);
  }
}

/** A callback with each code, its values of their types; and one that nobody agreed on. */
function calledFor({ contract: { codes, outputs } }: Extract<Wait, { for: 'callback' }>, wait: number): BareEvent[] {
  const values = Object.fromEntries(outputs.map(({ name, type }) => [name, sampleValue(type)]));
  return [...codes.map(({ code }): BareEvent => ({ type: 'callback', wait, called: { outcome: code, values } })), { type: 'callback', wait, called: { outcome: 'elsewhere', values } }];
}

const text = (said: string): Incoming => ({ type: 'text', text: said });
const media = { id: 'media', mime: 'image/png', name: 'photo.png', bytes: 1_000 };

function messagesFor({ machine }: PreparedMachine, wait: Extract<Wait, { for: 'message' }>, id: number): Incoming[] {
  const said = (ref: { text: string }): string[] => Object.values(machine.texts[ref.text] ?? {}).flatMap((template) => template.filter((part) => typeof part === 'string'));
  const firstWord = (ref: { text: string }): Incoming[] => said(ref).slice(0, 1).flatMap((words) => words.split(',').map((word) => word.trim()).filter(Boolean).slice(0, 1).map(text));
  const shortcuts = machine.shortcuts.flatMap(({ keywords }) => Object.values(keywords).flat().slice(0, 1).map(text));
  const skip: Incoming[] = wait.skip ? [{ type: 'choiceReply', option: 'skip', wait: id }] : [];
  return [...answersTo(wait.recogniser, id, firstWord), { type: 'unsupported', was: 'nothing' }, ...skip, ...shortcuts];
}

/** All of it, nothing of it, and whatever answers one of its fields. */
function answersToForm({ fields, skip }: FormRecogniser, wait: number, firstWord: (ref: { text: string }) => Incoming[]): Incoming[] {
  const single = fields.map((field) => ({ field, answers: answersTo(field.recogniser, wait, firstWord) }));
  const whole = (place: number): JsonObject => Object.fromEntries(single.map(({ field, answers }): [string, Json] => {
    const ids = field.options?.map(({ id }) => id) ?? [];
    const said = answers[place % Math.max(1, answers.length)];
    return [field.id, field.kind === 'choices' ? ids.slice(0, 1) : said && 'media' in said ? said.media : ids.length > 0 ? ids[place % ids.length] ?? '' : said?.type === 'text' ? said.text : ''];
  }));
  return [...[0, 1].map((place): Incoming => ({ type: 'formReply', values: whole(place), wait })), { type: 'formReply', values: {}, wait }, ...single.flatMap(({ answers }) => answers), { type: 'choiceReply', option: passing, wait }, ...firstWord(skip)];
}

function answersTo(recogniser: Recogniser | FormRecogniser, wait: number, firstWord: (ref: { text: string }) => Incoming[]): Incoming[] {
  switch (recogniser.kind) {
    case 'text': return [text('Asha'), text('Z'.repeat(recogniser.minLength ?? 12)), ...['12', '560001', 'KA 01 AB 1234'].map(text)];
    case 'number': return [recogniser.min, recogniser.max, 3, 1, 12].filter((value) => value !== undefined).map((value) => text(String(value)));
    case 'date': return ['2026-11-25', 'tomorrow', '2027-03-01'].map(text);
    case 'time': return ['15:30', '09:00', recogniser.earliest ?? '12:00'].map(text);
    case 'when': return ['2026-11-25 15:30', 'tomorrow', '2027-03-01 10:00'].map(text);
    case 'email': return [text('asha@example.org')];
    case 'phone': return [text('+919876543210')];
    case 'choice': return [...recogniser.options.map(({ id }): Incoming => ({ type: 'choiceReply', option: id, wait })), ...(recogniser.options[0] && recogniser.typed ? firstWord(recogniser.options[0].label) : []), text('something else')];
    case 'several': return answersTo(recogniser.of, wait, firstWord);
    case 'chosen': return chosenFrom(recogniser, wait, firstWord);
    case 'form': return answersToForm(recogniser, wait, firstWord);
    case 'keywords': return recogniser.options.flatMap(({ words }) => (words ? firstWord(words) : []));
    case 'location': return [{ type: 'location', latitude: 18.5, longitude: 73.9 }];
    case 'media': return recogniser.types.map((type): Incoming => ({ type, media }));
    case 'anything': return [text('anything')];
    default: return assertNever(recogniser);
  }
}

/** Options in the data by tap; items of a list by their place, for what they are nobody knows here. */
function chosenFrom({ of, listed, several }: ChosenRecogniser, wait: number, firstWord: (ref: { text: string }) => Incoming[]): Incoming[] {
  if (listed) return ['1', ...(several ? ['1, 2', '1, 2, 3'] : ['2']), 'something else'].map(text);
  const ids = of.options.map(({ id }) => id);
  const some = [1, 2, ids.length].map((count) => ids.slice(0, count)).filter((taken) => taken.length > 0);
  return [...some.map((options): Incoming => ({ type: 'choicesReply', options, wait })), ...answersTo(of, wait, firstWord)];
}

function resultsFor(prepared: PreparedMachine, { flow, state }: Resting): ActionResult[] {
  const prepare = prepared.flows.get(flow);
  const outcomes = outcomesIn(state.on.done);
  // Of records the wished-for outcome has no guard of its own.
  if (isUnguarded(state.on.done)) outcomes.push('found', 'added');
  const action = state.entry.at(-1);
  const values: Json[] = action?.type === 'runCode' ? codeResults(state) : action?.type === 'callModel' ? modelResults(action, state.on.done ?? [], prepare) : [...new Set(outcomes)].map((outcome) => recordResult(outcome, state.on.done ?? [], prepare));
  return [
    ...values.map((value): ActionResult => ({ ok: true, value })),
    { ok: false, outcome: 'failed', error: 'It failed' },
    { ok: false, outcome: 'unknown', error: 'Nobody knows' },
  ];
}

/** What the code promises, and something it does not. */
function codeResults({ entry }: State): Json[] {
  const code = entry.at(-1);
  return code?.type === 'runCode' ? [sampleValue(code.output), null] : [];
}

/** What a model may give: a text, values of the types asked for, or each option and none. */
function modelResults({ output, tools = [] }: Extract<ActionTemplate, { type: 'callModel' }>, transitions: Transition[], flow: PreparedFlow | undefined): Json[] {
  const outcomes = output.as === 'option' ? [...output.options.map(({ id }) => id), 'unsure'] : ['done'];
  const asks = tools.map(({ id, takes }): Json => ({ outcome: toolOutcome(id), by: 'model', arguments: Object.fromEntries(takes.map(({ as, type }) => [as, sampleValue(type)])) }));
  return [...asks, ...outcomes.map((outcome) => ({ ...takenFrom(transitions, flow), outcome, by: 'model', confidence: 0.9, ...(output.as === 'text' && { text: 'Asha' }) }))];
}

/** A result of an effect on records with this outcome, with what is taken from it. */
function recordResult(outcome: string, transitions: Transition[], flow: PreparedFlow | undefined): Json {
  const record = { key: 'k1', name: 'Asha' };
  return takenFrom(transitions, flow, { outcome, records: [record], record, count: 1 });
}

/** A result with, for each variable taken from it, a value of its type in the right place. */
function takenFrom(transitions: Transition[], flow: PreparedFlow | undefined, result: JsonObject = {}): JsonObject {
  for (const { variable, value } of transitions.flatMap(({ set }) => set ?? [])) {
    const type = flow?.variable(variable)?.type;
    if (type && value.from === 'result') put(result, value.path, sampleValue(type));
  }
  return result;
}

/** Puts a value at its place in a result; the whole result is left as it is. */
function put(object: JsonObject, [key, ...rest]: readonly string[], value: Json): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    object[key] = value;
    return;
  }
  const inside = object[key];
  const below: JsonObject = isObject(inside) ? inside : {};
  object[key] = below;
  put(below, rest, value);
}

function isUnguarded(transitions: Transition[] = []): boolean {
  return transitions.some(({ guard }) => guard === undefined);
}

function outcomesIn(transitions: Transition[] = []): string[] {
  return transitions.flatMap(({ guard }) => (guard?.is === 'outcome' ? [guard.outcome] : []));
}

