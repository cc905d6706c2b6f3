import { compile } from '../compiler/compile.ts';
import { constantsOf } from '../coverage/constantsOf.ts';
import type { Constants } from '../coverage/constantsOf.ts';
import { linesAt, openings } from '../coverage/linesAt.ts';
import type { Moment } from '../coverage/linesAt.ts';
import { waysTaken } from '../coverage/waysOf.ts';
import { prepare } from '../engine/prepare.ts';
import { variablesOf } from '../expressions/variablesOf.ts';
import type { FlowSet } from '../flow/document.ts';
import { openPlay, playLine, startPlay } from '../golden/playGolden.ts';
import type { Play } from '../golden/playGolden.ts';
import type { ActionTemplate, TextRef } from '../machine/action.ts';
import { errorState, silenceState } from '../machine/machine.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Machine, State } from '../machine/machine.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';

/**
 * Whether a drawing breaks for people who chat, found out without the proof: its compiled machine is walked everywhere it can be brought
 * to, and what it says is held against the platforms' own numbers. Shares with the proof: the compiler, the engine's values and
 * expressions. Shares nothing of `shared/issues`: no path search, no checks, no limits.
 */
export function breaksOf(set: FlowSet, nodeTypes: NodeTypes): string[] {
  const machine = compile(set, nodeTypes);
  const walked = walk(machine, handledExits(set, nodeTypes));
  const channels = set.flows[set.main]?.settings.channels ?? [];
  return [...new Set([
    ...walked.broken,
    ...outOfReach(set, machine),
    ...deadEnds(walked),
    ...neverFilled(machine, walked),
    ...untranslated(machine, walked),
    ...refusedTexts(machine, walked, channels),
  ])];
}

/** Ways out that the flow's own texts speak for while nobody draws them, as `flow:node:exit`. */
function handledExits({ flows }: FlowSet, nodeTypes: NodeTypes): Set<string> {
  return new Set(Object.entries(flows).flatMap(([flow, { nodes }]) => Object.entries(nodes).flatMap(([id, { type, data }]) => {
    // The data of a document was parsed by its node type.
    const exits = nodeTypes[type]?.exits(data as JsonObject) ?? [];
    return exits.filter(({ handledBySettings }) => handledBySettings !== undefined).map((exit) => `${flow}:${id}:${exit.id}`);
  })));
}

/** WhatsApp Cloud API and Telegram Bot API references; web and REST: what Parley's own chat takes. Characters as code points. */
const platforms: Readonly<Record<string, { text: number; header: number; footer: number; label: number; note: number }>> = {
  whatsapp: { text: 4096, header: 60, footer: 60, label: 24, note: 72 },
  telegram: { text: 4096, header: 200, footer: 200, label: 64, note: 400 },
  web: { text: 4096, header: 200, footer: 200, label: 200, note: 400 },
  rest: { text: 4096, header: 200, footer: 200, label: 200, note: 400 },
};

interface Walked {
  broken: string[];
  /** Places by what decides there, with the places one line leads to; `given` = it is over only by silence or because something failed. */
  places: Map<string, { node: string; next: { to: string; given: boolean }[] }>;
  /** States entered, and for each the variables that were set on some visit. */
  visited: Map<string, Set<string>>;
}

/** Places looked at; with more the rest is taken to be all right. */
const mostPlaces = 150;
const over = 'over';

function walk(machine: Machine, handled: ReadonlySet<string>): Walked {
  const prepared = prepare(machine);
  const constants = constantsOf(machine);
  const walked: Walked = { broken: [], places: new Map(), visited: new Map() };
  const script = { description: 'walk', language: machine.languages[0] ?? 'en', clock: '2026-11-20T10:00:00.000Z', channel: 'web', conversation: [] };
  const { conversation: _, turns: __, ...first } = openPlay(script, prepared);
  // What was reached by a way that is new comes first: far places are seen before near ones are seen in every variety.
  const queues: [{ moment: Moment; key: string }[], { moment: Moment; key: string }[]] = [[], []];
  const known = new Set<string>();
  const step = (moment: Moment, from: string | undefined, line: ReturnType<typeof openings>[number]): void => {
    const play: Play = { ...moment, conversation: [], turns: [] };
    try {
      if (line === null) startPlay(play);
      else playLine(play, line);
    } catch {
      return;
    }
    observe(play, walked, handled);
    const { conversation: ___, turns, ...after } = play;
    const ended = after.snapshot === null || after.snapshot.frames.length === 0;
    const key = ended ? over : keyOf(after, constants);
    const given = turns.some(({ trace }) => trace.some((each) => each.did === 'enter' && (each.state === silenceState || each.state === errorState)));
    if (from !== undefined) walked.places.get(from)?.next.push({ to: key, given });
    if (ended || walked.places.has(key) || walked.places.size >= mostPlaces) return;
    walked.places.set(key, { node: after.snapshot?.frames.at(-1)?.at ?? '', next: [] });
    queues[turns.flatMap(({ trace, before }) => waysTaken(trace, before)).filter((way) => !known.has(way) && known.add(way)).length > 0 ? 0 : 1].push({ moment: after, key });
  };
  for (const line of openings(first, constants)) step(first, undefined, line);
  // One break is enough to know.
  for (let next = queues[0].shift(); next && walked.broken.length === 0; next = queues[0].shift() ?? queues[1].shift()) {
    for (const line of linesAt(next.moment, constants)) step(next.moment, next.key, line);
  }
  return walked;
}

function keyOf({ snapshot, language }: Moment, { deciding }: Constants): string {
  const decisive = (values: Record<string, unknown>) => Object.entries(values).filter(([name]) => deciding.has(name));
  const set = (values: Record<string, unknown>) => Object.keys(values).toSorted();
  const frames = (snapshot?.frames ?? []).map(({ flow, at, locals, cursors, counters }) => [flow, at, decisive(locals), set(locals), Object.entries(cursors).map(([loop, { list, index }]) => [loop, list.length, index]), counters]);
  return JSON.stringify([frames, decisive(snapshot?.variables ?? {}), set(snapshot?.variables ?? {}), language]);
}

/** What goes wrong in a turn: a failing expression, a limit, a way that leads nowhere; and which variables hold something where. */
function observe(play: Play, walked: Walked, handled: ReadonlySet<string>): void {
  for (const { trace, before } of play.turns) {
    const set = new Set([...Object.keys(before?.variables ?? {}), ...(before?.frames ?? []).flatMap(({ locals }) => Object.keys(locals))]);
    trace.forEach((each, at) => {
      if (each.did === 'set') set.add(each.variable);
      if (each.did === 'fail' && each.where !== 'failed' && each.where !== 'unknown') walked.broken.push(`fails at ${each.state} (${each.where})`);
      if (each.did === 'limit') walked.broken.push(`goes round for ever (${each.limit})`);
      if (each.did !== 'enter') return;
      const key = `${each.flow}:${each.state}`;
      const known = walked.visited.get(key) ?? new Set();
      walked.visited.set(key, known);
      set.forEach((name) => known.add(name));
      const taken = trace.slice(0, at).findLast((step) => step.did === 'take');
      const cause = trace.slice(0, at).some((step) => step.did === 'fail');
      // A failed effect that nobody drew a way for is what the flow's error text is there for.
      const outcome = trace.slice(0, at).findLast((step) => step.did === 'guard' && step.held);
      const exit = outcome?.did === 'guard' ? /^outcome (.+)$/.exec(outcome.text)?.[1] : undefined;
      if (taken?.did === 'take' && handled.has(`${each.flow}:${taken.from}:${exit}`)) return;
      const leadsNowhere = each.state === errorState && !cause && taken?.did === 'take' && taken.happening !== 'failed' && taken.happening !== 'unknown';
      if (leadsNowhere) walked.broken.push(`leads nowhere from ${taken.from}`);
    });
  }
}

/** Drawn nodes that no chain of transitions leads to: what the author wrote there nobody will ever read. */
function outOfReach({ flows }: FlowSet, machine: Machine): string[] {
  const found = new Set<string>();
  const queue: [flow: string, at: string][] = [machine.main, ...machine.shortcuts.flatMap(({ does }) => (does.kind === 'call' ? [does.flow] : []))].map((flow) => [flow, machine.flows[flow]?.entry ?? '']);
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [flow, at] = next;
    const state = machine.flows[flow]?.states[at];
    if (!state || found.has(`${flow}:${at}`)) continue;
    found.add(`${flow}:${at}`);
    for (const { to, call } of [...state.always, ...Object.values(state.on).flat(), ...(state.onError ? [state.onError] : [])]) {
      if (to !== undefined) queue.push([flow, to]);
      if (call) queue.push([flow, call.returnTo], [flow, call.failedTo ?? errorState], [call.flow, machine.flows[call.flow]?.entry ?? '']);
    }
  }
  const nodes = new Set([...found].map((key) => key.split('/')[0]));
  return Object.entries(flows).filter(([flow]) => [...found].some((key) => key.startsWith(`${flow}:`))).flatMap(([flow, document]) => (
    Object.keys(document.nodes).filter((id) => !nodes.has(`${flow}:${id}`)).map((id) => `nobody gets to ${id}`)));
}

/** Places from which nothing people say leads to the end. */
function deadEnds({ places }: Walked): string[] {
  const unseen = [...places.values()].flatMap(({ next }) => next.map(({ to }) => to)).filter((to) => !places.has(to));
  const ends = new Set([over, ...unseen]);
  for (let before = 0; before !== ends.size;) {
    before = ends.size;
    for (const [key, { next }] of places) if (!ends.has(key) && next.some(({ to, given }) => !(given && to === over) && ends.has(to))) ends.add(key);
  }
  return [...places].filter(([key]) => !ends.has(key)).map(([, { node }]) => `never ends from ${node}`);
}

/** Variables that a visited state reads and that hold nothing on any visit. */
function neverFilled(machine: Machine, { visited }: Walked): string[] {
  return [...visited].flatMap(([key, set]) => {
    const [flow = '', at = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const compiled = machine.flows[flow];
    const state = compiled?.states[at];
    if (!compiled || !state) return [];
    const declared = { ...machine.flows[machine.main]?.variables, ...compiled.variables };
    return readIn(state, machine).filter((name) => Object.hasOwn(declared, name) && !declared[name]?.declared && !set.has(name)).map((name) => `${name} is read at ${at} and nothing ever fills it`);
  });
}

function readIn(state: State, machine: Machine): string[] {
  const texts = textsIn(state).flatMap(({ text }) => Object.values(machine.texts[text] ?? {}).flatMap((template) => template.flatMap((piece) => (typeof piece === 'string' ? [] : variablesOf(piece.cel)))));
  const decided = [...state.always, ...Object.values(state.on).flat()].flatMap(({ guard, set = [], cursor, call }) => [
    ...(guard?.is === 'true' ? [guard.expression.cel] : []), ...set.flatMap(({ value }) => (value.from === 'expression' ? [value.expression.cel] : [])),
    ...(cursor?.step === 'start' ? [cursor.list.cel] : []), ...(call?.args ?? []).map(({ expression }) => expression.cel),
  ]);
  return [...new Set([...texts, ...[...decided, ...state.entry.flatMap(expressionsIn)].flatMap(namesIn)])];
}

/** The expressions anywhere inside an effect. */
function expressionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'cel' && typeof inner === 'string' ? [inner] : expressionsIn(inner)));
}

/** Names an expression needs the value of; whether a variable is set may be asked of an empty one. */
const namesIn = (cel: string): string[] => (cel.includes('isSet(') ? [] : variablesOf(cel));

function textsIn({ entry }: State): TextRef[] {
  return entry.flatMap((action) => (action.type === 'send' ? messageTexts(action).map(([, ref]) => ref) : []));
}

type Kind = 'text' | 'header' | 'footer' | 'label' | 'note';

function messageTexts({ message }: Extract<ActionTemplate, { type: 'send' }>): [Kind, TextRef][] {
  const around = 'header' in message || 'footer' in message ? [...('header' in message && message.header ? [['header', message.header] as [Kind, TextRef]] : []), ...('footer' in message && message.footer ? [['footer', message.footer] as [Kind, TextRef]] : [])] : [];
  if (message.type === 'text') return [['text', message.text], ...around];
  if (message.type !== 'choices') return [];
  return [['text', message.body], ...around, ...(Array.isArray(message.options) ? message.options.flatMap(({ label, note }): [Kind, TextRef][] => [['label', label], ...(note ? [['note', note] as [Kind, TextRef]] : [])]) : [])];
}

function saidIn(machine: Machine, { visited }: Walked): [Kind, string][] {
  return [...visited.keys()].flatMap((key) => {
    const state = machine.flows[key.slice(0, key.indexOf(':'))]?.states[key.slice(key.indexOf(':') + 1)];
    return (state?.entry ?? []).flatMap((action) => (action.type === 'send' ? messageTexts(action).map(([kind, { text }]): [Kind, string] => [kind, text]) : []));
  });
}

/** Texts people would read in another language than theirs, or that are empty. */
function untranslated(machine: Machine, walked: Walked): string[] {
  return saidIn(machine, walked).flatMap(([, key]) => {
    const texts = machine.texts[key] ?? {};
    const empty = (language: string) => (texts[language] ?? []).every((piece) => typeof piece === 'string' && piece.trim() === '');
    if (empty(machine.languages[0] ?? '')) return [`${key} says nothing`];
    return machine.languages.filter(empty).map((language) => `${key} is not said in ${language}`);
  });
}

/** Texts a platform refuses. */
function refusedTexts(machine: Machine, walked: Walked, channels: readonly string[]): string[] {
  return saidIn(machine, walked).flatMap(([kind, key]) => Object.values(machine.texts[key] ?? {}).flatMap((template) => {
    const length = [...template.map((piece) => (typeof piece === 'string' ? piece : '')).join('')].length;
    return channels.filter((channel) => length > (platforms[channel]?.[kind] ?? Infinity)).map((channel) => `${channel} refuses ${key}`);
  }));
}
