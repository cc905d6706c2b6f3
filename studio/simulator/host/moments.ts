import type { Machine } from '@parley/shared/machine/machine';
import type { Frame, Snapshot } from '@parley/shared/machine/snapshot';
import type { TraceStep } from '@parley/shared/machine/trace';
import { placeOf, walk } from './litPath.ts';
import type { LitPath } from './litPath.ts';
import type { Heard, Line, Talk } from './talk.ts';

/** A conversation in the middle of a step: what was said, walked and set when so much of it was done. */
export interface Moment {
  log: readonly Line[];
  path: LitPath;
  snapshot: Snapshot | null;
}

/** Kinds of trace lines that are worth a stop; the others only repeat the one before. */
const stops: ReadonlySet<TraceStep['did']> = new Set(['recognise', 'guard', 'enter', 'set', 'act', 'call', 'return', 'shortcut', 'rest', 'end', 'late', 'ignore', 'fail', 'limit', 'take']);

/** Where one can stop within the last step: how many lines of its trace are done there. */
export function stopsIn({ trace }: Pick<Talk, 'trace'>): number[] {
  return trace.flatMap((step, at) => (stops.has(step.did) && !(step.did === 'take' && step.edge === undefined) && !(step.did === 'enter' && entered(trace, at)) ? [at + 1] : []));
}

/** Whether a state is another part of the node that was entered before it, or no node at all. */
function entered(trace: readonly TraceStep[], at: number): boolean {
  const step = trace[at];
  const before = trace.slice(0, at).findLast(({ did }) => did === 'enter');
  return step?.did === 'enter' && (step.node === '' || (before?.did === 'enter' && before.node === step.node && before.flow === step.flow));
}

/** The conversation when the first `done` lines of the last step's trace were done. Pure. */
export function momentAt(machine: Machine, talk: Talk, done: number): Moment {
  const { heard, trace, log } = talk;
  const event = heard.findLast(({ trace: from }) => from < done) ?? heard[0];
  if (!event || done >= trace.length) return { log, path: talk.path, snapshot: talk.snapshot };
  const steps = trace.slice(event.trace, Math.max(event.trace, done));
  const { edges, nodes, failed } = walk(event.anew ? null : event.before, steps);
  const snapshot = followed(machine, event, steps);
  const clean = event.anew ? { edges: [], nodes: [] } : event;
  return {
    log: log.slice(0, saidBy(log, event, steps)),
    path: { edges: new Set([...clean.edges, ...edges]), nodes: new Set([...clean.nodes, ...nodes]), here: placeOf(snapshot), running: undefined, failed },
    snapshot,
  };
}

/** How much of the log is said when these actions were collected. */
function saidBy(log: readonly Line[], { log: from }: Heard, steps: readonly TraceStep[]): number {
  let [messages, effects] = [0, 0];
  for (const step of steps) {
    if (step.did !== 'act') continue;
    if (step.action === 'send') messages += 1;
    else effects += 1;
  }
  for (let at = from; at < log.length; at += 1) {
    const line = log[at];
    if (line?.from === 'bot' && line.by === 'flow' && (messages -= 1) < 0) return at;
    if (line?.from === 'host' && (line.did.what === 'effect' || line.did.what === 'dialog') && (effects -= 1) < 0) return at;
    if (line?.from === 'host' && line.did.what === 'ended' && !steps.some(({ did }) => did === 'end')) return at;
  }
  return log.length;
}

/** The snapshot that these steps lead to. What a called flow was given stands there when it has not been left since. */
function followed({ main, flows }: Machine, { before, after, anew }: Heard, steps: readonly TraceStep[]): Snapshot {
  const frameOf = (flow: string, level: number): Frame => {
    const later = after.frames[level];
    const set = new Set(steps.flatMap((step) => (step.did === 'set' ? [step.variable] : [])));
    const given = later?.flow === flow && flow !== main ? Object.fromEntries(Object.entries(later.locals).filter(([name]) => !set.has(name))) : {};
    return { flow, at: flows[flow]?.entry ?? '', locals: given, cursors: {}, counters: {} };
  };
  let frames: Frame[] = anew ? [frameOf(main, 0)] : [...(before?.frames ?? [])];
  let variables = anew ? {} : before?.variables ?? {};
  for (const step of steps) {
    const top = frames.at(-1);
    if (step.did === 'call') frames = [...frames, frameOf(step.flow, frames.length)];
    else if (step.did === 'return') frames = frames.slice(0, -1);
    else if (step.did === 'end') frames = [];
    else if (step.did === 'enter' && top) frames = [...frames.slice(0, -1), { ...top, flow: step.flow, at: step.state }];
    else if (step.did === 'set' && top && top.flow !== main && Object.hasOwn(flows[top.flow]?.variables ?? {}, step.variable)) frames = [...frames.slice(0, -1), { ...top, locals: { ...top.locals, [step.variable]: step.value } }];
    else if (step.did === 'set') variables = { ...variables, [step.variable]: step.value };
  }
  return { v: 1, frames, variables, seq: before?.seq ?? 0 };
}
