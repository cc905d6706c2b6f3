import { compile } from '../compiler/compile.ts';
import { contactsFor } from '../coverage/contactsFor.ts';
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
import type { MessageTemplate } from '../machine/action.ts';
import { errorState, silenceState } from '../machine/machine.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Machine, State } from '../machine/machine.ts';
import type { TraceStep } from '../machine/trace.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { byConditions, endlessCalls, graphOf, isFilledBefore, leadsToEnd, parted, reached } from './oracleGraph.ts';
import type { Graph } from './oracleGraph.ts';
import { badlyAsked } from './oracleRequests.ts';
import { badlySaid, refsIn } from './oracleTexts.ts';

/**
 * Whether a drawing breaks for people who chat, found out without the proof: its compiled machine is walked everywhere it can be brought
 * to, and what it says is held against the platforms' own numbers. Shares with the proof: the compiler, the engine's values and
 * expressions. Shares nothing of `shared/issues`: no path search, no checks, no limits.
 */
export function breaksOf(set: FlowSet, nodeTypes: NodeTypes): string[] {
  const machine = compile(set, nodeTypes);
  const walked = walk(machine, handledExits(set, nodeTypes));
  const channels = set.flows[set.main]?.settings.channels ?? [];
  const graph = graphOf(machine);
  return [...new Set([
    ...walked.broken,
    ...outOfReach(set, machine, graph, nodeTypes),
    ...endlessCalls(graph, machine),
    ...deadEnds(walked, graph),
    ...neverFilled(machine, walked, graph),
    ...badlySaid(machine, sentIn(machine, walked), channels),
    ...badlyAsked(set, machine, walked.visited.keys()),
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

interface Walked {
  broken: string[];
  /** Places by what decides there, with the places one line leads to; `given` = it is over only by silence or because something failed. */
  places: Map<string, { state: string; next: { to: string; given: boolean }[] }>;
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
    const { conversation: _, turns, ...after } = play;
    const ended = after.snapshot === null || after.snapshot.frames.length === 0;
    const key = ended ? over : keyOf(after, constants);
    const given = turns.some(({ trace }) => trace.some((each) => each.did === 'enter' && (each.state === silenceState || each.state === errorState)));
    if (from !== undefined) walked.places.get(from)?.next.push({ to: key, given });
    if (ended || walked.places.has(key) || walked.places.size >= mostPlaces) return;
    walked.places.set(key, { state: (after.snapshot?.frames ?? []).slice(-1).map(({ flow, at }) => `${flow}:${at}`).join(), next: [] });
    queues[turns.flatMap(({ trace, before }) => waysTaken(trace, before)).filter((way) => !known.has(way) && known.add(way)).length > 0 ? 0 : 1].push({ moment: after, key });
  };
  for (const contact of contactsFor(machine, undefined)) {
    const script = { description: 'walk', language: machine.languages[0] ?? 'en', clock: '2026-11-20T10:00:00.000Z', channel: 'web', conversation: [], ...(contact !== undefined && { contact }) };
    const { conversation: _, turns: __, ...first } = openPlay(script, prepared);
    for (const line of openings(first, constants)) step(first, undefined, line);
  }
  // One break is enough to know.
  for (let next = queues[0].shift(); next && walked.broken.length === 0; next = queues[0].shift() ?? queues[1].shift()) {
    for (const line of linesAt(next.moment, constants)) step(next.moment, next.key, line);
  }
  return walked;
}

function keyOf({ snapshot, language, golden: { contact } }: Moment, { deciding }: Constants): string {
  const decisive = (values: Record<string, unknown>) => Object.entries(values).filter(([name]) => deciding.has(name));
  const set = (values: Record<string, unknown>) => Object.keys(values).toSorted();
  const frames = (snapshot?.frames ?? []).map(({ flow, at, locals, cursors, counters }) => [flow, at, decisive(locals), set(locals), Object.entries(cursors).map(([loop, { list, index }]) => [loop, list.length, index]), counters]);
  return JSON.stringify([frames, decisive(snapshot?.variables ?? {}), set(snapshot?.variables ?? {}), language, contact]);
}

/** What goes wrong in a turn: a failing expression, a limit, a way that leads nowhere; and which variables hold something where. */
function observe(play: Play, walked: Walked, handled: ReadonlySet<string>): void {
  for (const { event, trace, before } of play.turns) {
    const { main, flows } = play.prepared.machine;
    const set = new Set([...Object.keys(before?.variables ?? {}).map((name) => `${main}:${name}`), ...(before?.frames ?? []).flatMap(({ flow, locals }) => Object.keys(locals).map((name) => `${flow}:${name}`))]);
    let running = before?.frames.at(-1)?.flow ?? main;
    // Somebody else who breaks their word is no slip of the drawing.
    const elsewhere = event.type === 'result' && event.result.ok && event.result.value === null;
    trace.forEach((each, at) => {
      if (each.did === 'enter' || each.did === 'call') running = each.flow;
      if (each.did === 'return') running = main;
      if (each.did === 'set') set.add(`${Object.hasOwn(flows[running]?.variables ?? {}, each.variable) ? running : main}:${each.variable}`);
      if (each.did === 'call') given(play.prepared.machine, trace.slice(0, at).findLast((step) => step.did === 'take'), each.flow).forEach((name) => set.add(`${each.flow}:${name}`));
      if (each.did === 'fail' && each.where !== 'failed' && each.where !== 'unknown' && !elsewhere) walked.broken.push(`fails at ${each.state} (${each.where})`);
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
      // A state that only says something before that way out is called as it is.
      if (taken?.did === 'take' && (handled.has(`${each.flow}:${taken.from}:${exit}`) || handled.has(`${each.flow}:${taken.from.replace('/', ':')}`))) return;
      const leadsNowhere = each.state === errorState && !cause && taken?.did === 'take' && taken.happening !== 'failed' && taken.happening !== 'unknown';
      if (leadsNowhere) walked.broken.push(`leads nowhere from ${taken.from}`);
    });
  }
}

/** What the call that was just made gives the called flow. */
function given({ flows }: Machine, taken: TraceStep | undefined, flow: string): string[] {
  const states = taken?.did === 'take' ? Object.values(flows).flatMap(({ states: all }) => (all[taken.from] ? [all[taken.from]] : [])) : [];
  return states.flatMap((state) => (state ? [...state.always, ...Object.values(state.on).flat()] : [])).flatMap(({ call }) => (call?.flow === flow ? call.args.map(({ local }) => local) : []));
}

/** Drawn nodes that no chain of transitions leads to: what the author wrote there nobody will ever read; and ways out of the others that are not drawn. */
function outOfReach({ flows }: FlowSet, machine: Machine, graph: Graph, nodeTypes: NodeTypes): string[] {
  const begins = [machine.main, ...machine.shortcuts.flatMap(({ does }) => (does.kind === 'call' ? [does.flow] : []))].map((flow) => `${flow}:${machine.flows[flow]?.entry ?? ''}`);
  const found = new Set([...reached(graph, begins)].map((at) => at.split('/')[0] ?? ''));
  return Object.entries(flows).filter(([flow]) => [...found].some((at) => parted(at)[0] === flow)).flatMap(([flow, { nodes, edges }]) => Object.entries(nodes).flatMap(([id, { type, data }]) => {
    if (!found.has(`${flow}:${id}`)) return [`nobody gets to ${id}`];
    const drawn = new Set(Object.values(edges).flatMap(({ from, exit, to }) => (from === id && Object.hasOwn(nodes, to) ? [exit] : [])));
    return (nodeTypes[type]?.exits(data) ?? []).filter((exit) => exit.handledBySettings === undefined && !drawn.has(exit.id)).map((exit) => `${id}.${exit.id} leads nowhere`);
  }));
}

/** Places from which nothing people say leads to the end. */
function deadEnds({ places }: Walked, graph: Graph): string[] {
  const unseen = [...places.values()].flatMap(({ next }) => next.map(({ to }) => to)).filter((to) => !places.has(to));
  const ends = new Set([over, ...unseen]);
  for (let before = 0; before !== ends.size;) {
    before = ends.size;
    for (const [key, { next }] of places) if (!ends.has(key) && next.some(({ to, given }) => !(given && to === over) && ends.has(to))) ends.add(key);
  }
  return [...places].filter(([key]) => !ends.has(key)).map(([, { state }]) => `never ends from ${state}${leadsToEnd(graph, state) ? byConditions : ''}`);
}

/** Variables that a visited state reads and that hold nothing on any visit. */
function neverFilled(machine: Machine, { visited }: Walked, graph: Graph): string[] {
  return [...visited].flatMap(([key, set]) => {
    const [flow, at] = parted(key);
    const state = machine.flows[flow]?.states[at];
    if (!state) return [];
    const empty = readIn(state, machine).flatMap((name) => [flow, machine.main].filter((owner) => machine.flows[owner]?.variables[name]).slice(0, 1).map((owner) => `${owner}:${name}`))
      .filter((id) => !set.has(id) && !machine.flows[parted(id)[0]]?.variables[parted(id)[1]]?.declared);
    return empty.map((id) => `${id} is read at ${at} and nothing ever fills it${isFilledBefore(graph, id, key) ? byConditions : ''}`);
  });
}

function readIn(state: State, machine: Machine): string[] {
  const sent = state.entry.flatMap((action) => (action.type === 'send' ? refsIn(action.message) : []));
  const texts = sent.flatMap((text) => Object.values(machine.texts[text] ?? {}).flatMap((template) => template.flatMap((piece) => (typeof piece === 'string' ? [] : variablesOf(piece.cel)))));
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

/** The messages of every state people were brought to. */
function sentIn(machine: Machine, { visited }: Walked): MessageTemplate[] {
  return [...visited.keys()].flatMap((key) => {
    const state = machine.flows[key.slice(0, key.indexOf(':'))]?.states[key.slice(key.indexOf(':') + 1)];
    return (state?.entry ?? []).flatMap((action) => (action.type === 'send' ? [action.message] : []));
  });
}
