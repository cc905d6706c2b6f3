import { candidatesFor } from '../engine/candidates.ts';
import type { BareEvent } from '../engine/candidates.ts';
import type { Resting } from '../engine/resting.ts';
import { restingAt } from '../engine/resting.ts';
import type { Play } from '../golden/playGolden.ts';
import { isObject, own } from '../expressions/fits.ts';
import type { Json } from '../lib/json.ts';
import type { Machine } from '../machine/machine.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { GoldenStep } from '../nodes/golden.ts';
import type { Constants } from './constantsOf.ts';
import { halfHours, tellingDays, tellingMoments, tellingTimes } from './moments.ts';
import { sampleOfPattern } from './sampleOfPattern.ts';

/** A conversation between two lines: all that decides what the next one does. */
export type Moment = Omit<Play, 'conversation' | 'turns'>;

/** The most variants of one answer or result that constants make. */
const mostVariants = 24;

/** Lines with which a conversation can be opened; null = the page is opened and nothing said. */
export function openings({ prepared, language, now }: Moment, constants: Constants): (GoldenStep | null)[] {
  const { compiled, key } = prepared.main;
  const state = own(compiled.states, compiled.entry);
  if (!state?.wait || state.wait.for !== 'message') return [null];
  const resting: Resting = { flow: key, state, at: compiled.entry, wait: state.wait, id: 0 };
  return messageLines(resting, candidatesFor(prepared, resting), { machine: prepared.machine, language, now, options: [] }, constants);
}

/** Lines worth saying where a conversation rests: for each way out at least one that may take it; none when it is over. */
export function linesAt(moment: Moment, constants: Constants): GoldenStep[] {
  const { prepared, snapshot, timer, now, language, options } = moment;
  const resting = snapshot && restingAt(prepared, snapshot);
  if (!resting) return [];
  const events = candidatesFor(prepared, resting);
  const silence: GoldenStep[] = timer && timer.wait === resting.id ? [{ later: `PT${Math.max(0, Math.ceil((Date.parse(timer.dueAt) - Date.parse(now)) / 1_000))}S` }] : [];
  const rest = events.flatMap((event): GoldenStep[] => {
    if (event.type === 'result') return resultLines(event, constants);
    if (event.type === 'callback') return resting.wait.for === 'callback' && resting.wait.contract.codes.some(({ code }) => code === event.called.outcome) ? callbackLines(event.called, constants) : [];
    if (event.type === 'dialogDone') return moment.dialog === 'language' ? prepared.machine.languages.map((each) => ({ dialogDone: each })) : [{ dialogDone: event.value }];
    return [];
  });
  const spoken = messageLines(resting, events, { machine: prepared.machine, language, now, options }, constants);
  return once([...spoken, ...rest, ...silence]);
}

interface Spoken {
  machine: Machine;
  language: string;
  now: string;
  options: Moment['options'];
}

function messageLines({ wait }: Resting, events: readonly BareEvent[], spoken: Spoken, constants: Constants): GoldenStep[] {
  if (wait.for !== 'message') return [];
  const messages = events.flatMap((event) => (event.type === 'message' ? [event.message] : []));
  return once([...messages.flatMap((message) => lineOf(message, spoken)), ...typedLabels(wait.recogniser, spoken), ...fitting(wait.recogniser), ...fromConstants(wait.recogniser.kind === 'choice' && wait.recogniser.other ? 'anything' : wait.recogniser.kind, constants, spoken.now)]);
}

/** A message as a line of a conversation; a tap needs an option that was shown. */
function lineOf(message: Incoming, { options }: Spoken): GoldenStep[] {
  if (message.type === 'text') return [{ user: message.text }];
  if (message.type === 'choicesReply') return message.options.every((option) => options.some(({ id }) => id === option)) ? [{ taps: message.options }] : [];
  if (message.type !== 'choiceReply' || message.wait === undefined) return [{ user: message }];
  const shown = options.find(({ id }) => id === message.option);
  if (!shown) return [];
  // By what people read, unless two read the same.
  const only = options.filter(({ id, label }) => label === shown.label || id === shown.label).length === 1;
  return [{ tap: only ? shown.label : shown.id }];
}

/** Options as people write them: the label in the contact's own language. */
function typedLabels(recogniser: Extract<Resting['wait'], { for: 'message' }>['recogniser'], { machine, language }: Spoken): GoldenStep[] {
  if (recogniser.kind !== 'choice' || !recogniser.typed) return [];
  return recogniser.options.flatMap(({ label }): GoldenStep[] => {
    const texts = own(machine.texts, label.text) ?? {};
    const written = (own(texts, language) ?? own(texts, machine.languages[0] ?? '') ?? []).filter((part) => typeof part === 'string').join('').trim();
    return written === '' ? [] : [{ user: written }];
  });
}

/** An answer of the form that a question asks for. */
function fitting(recogniser: Extract<Resting['wait'], { for: 'message' }>['recogniser']): GoldenStep[] {
  const sample = recogniser.kind === 'text' && recogniser.pattern !== undefined ? sampleOfPattern(recogniser.pattern) : undefined;
  return sample === undefined ? [] : [{ user: sample }];
}

/** Answers at which the machine's decisions turn: numbers and texts they name, days and times that calendars ask for. */
function fromConstants(kind: string, { numbers, texts }: Constants, now: string): GoldenStep[] {
  const written: Readonly<Record<string, () => readonly string[]>> = {
    number: () => numbers.slice(0, mostVariants).map(String),
    text: () => texts.slice(0, mostVariants),
    anything: () => texts.slice(0, mostVariants),
    date: () => tellingDays(now),
    time: () => tellingTimes,
    when: () => tellingMoments(now),
  };
  return (own(written, kind)?.() ?? []).map((user) => ({ user }));
}

/** A result as it is, and with each of its parts as the constants would have it, one at a time. */
function resultLines({ result }: Extract<BareEvent, { type: 'result' }>, constants: Constants): GoldenStep[] {
  if (!result.ok) return [{ result }];
  return [result.value, ...variantsOf(result.value, constants).slice(0, mostVariants)].map((value) => ({ result: { ok: true, value } }));
}

/** The same for a callback. */
function callbackLines({ outcome: code, values }: Extract<BareEvent, { type: 'callback' }>['called'], constants: Constants): GoldenStep[] {
  return [values, ...variantsOf(values, constants).slice(0, mostVariants)].map((each): GoldenStep => ({ callback: { code, values: isObject(each) ? each : {} } }));
}

function variantsOf(value: Json, constants: Constants): Json[] {
  if (typeof value === 'number') return constants.numbers;
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') return constants.texts;
  if (Array.isArray(value)) return value.length > 0 ? [[], ...filled(value)] : [];
  if (value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'outcome' ? [] : variantsOf(inner, constants).map((varied) => ({ ...value, [key]: varied }))));
}

/** A list in which every half hour is taken, where its items have a time. */
function filled([first]: readonly Json[]): Json[] {
  if (first === null || typeof first !== 'object' || Array.isArray(first)) return [];
  const field = Object.keys(first).find((key) => typeof first[key] === 'string' && /^\d\d:\d\d$/.test(first[key]));
  return field === undefined ? [] : [halfHours.map((time) => ({ ...first, [field]: time }))];
}

function once(lines: readonly GoldenStep[]): GoldenStep[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
