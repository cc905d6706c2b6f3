import { outbound } from '@parley/shared/host/outbound';
import type { Facts } from '@parley/shared/expressions/types';
import type { DialogName } from '@parley/shared/machine/action';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { TraceStep } from '@parley/shared/machine/trace';
import type { Authored } from '@parley/shared/messages/outgoing';
import { factsOf } from './facts.ts';
import { placeOf } from './litPath.ts';
import type { NodePlace } from './litPath.ts';
import type { Ground, HostDid, Line, Talk } from './talk.ts';

/** One turn under way: a working copy of the conversation. Its arrays and sets are its own. */
export interface Run {
  ground: Ground;
  talk: Talk;
  facts: Facts;
  log: Line[];
  trace: TraceStep[];
  /** Messages said so far in this turn. */
  said: number;
  /** A dialog that had nothing to ask. */
  settled: { dialog: DialogName; wait: number; value: string } | undefined;
  edges: Set<string>;
  nodes: Set<string>;
  failed: NodePlace | undefined;
}

/** Begins a turn, or goes on with the one whose effect was awaited. */
export function beginRun(ground: Ground, before: Talk, { goesOn }: { goesOn: boolean }): Run {
  const talk = { ...before, turn: goesOn ? before.turn : before.turn + 1, turnAt: goesOn ? before.turnAt : before.trace.length };
  const { path } = before;
  return {
    ground, talk, facts: factsOf(ground, talk), log: [...before.log], trace: [...before.trace], said: 0, settled: undefined,
    edges: new Set(path.edges), nodes: new Set(path.nodes), failed: goesOn ? path.failed : undefined,
  };
}

/** The conversation after the turn. */
export function endRun({ talk, log, trace: steps, edges, nodes, failed }: Run): Talk {
  const { dialog, snapshot } = talk;
  // The machine has gone on without the dialog (a timer, a restart): it hears no more.
  const open = dialog && dialog.wait !== null && dialog.wait !== snapshot?.seq ? undefined : dialog;
  return { ...talk, dialog: open, log, trace: steps, path: { edges, nodes, here: placeOf(snapshot), running: undefined, failed } };
}

/** Who says it, and in which language when not in the contact's. */
export interface Saying {
  by: 'flow' | 'dialog' | 'host';
  language?: string;
}

/** Says something. */
export function say(run: Run, said: Authored, { by, language }: Saying): void {
  const expressed = outbound(said, language ?? run.facts.language);
  run.said += 1;
  const fallback = by === 'flow' && expressed.language !== run.facts.language;
  run.log.push({ ...stamp(run), from: 'bot', by, ...expressed, ...(fallback && { fallback }) });
}

/** Notes what the host did. */
export function note(run: Run, did: HostDid): void {
  run.log.push({ ...stamp(run), from: 'host', did });
}

/** What this turn did so far. */
export function traceOf({ trace: steps, talk }: Run): TraceStep[] {
  return steps.slice(talk.turnAt);
}

/** Notes something in the turn's trace that the engine did not do. */
export function trace(run: Run, step: TraceStep): void {
  run.trace.push(step);
}

/** The session is over: nothing of it waits any more; waits go on being counted, so that its buttons stay late. */
export function endSession(run: Run, why: 'final' | 'expired' | 'reset' | 'stopped'): void {
  Object.assign(run.talk, { timer: undefined, awaiting: undefined, dialog: undefined, echo: undefined, snapshot: run.talk.snapshot && former(run.talk.snapshot) });
  note(run, { what: 'ended', why });
}

/** When and in which turn something happens now. */
export function stamp({ talk: { now, turn } }: Run): { at: string; turn: number } {
  return { at: now, turn };
}

/** A session that is over. What was known stays to be looked at; starting anew forgets it. */
export function former(snapshot: Snapshot | null): Snapshot {
  return { v: 1, frames: [], variables: snapshot?.variables ?? {}, seq: snapshot?.seq ?? 0 };
}
