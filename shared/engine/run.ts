import { own } from '../expressions/fits.ts';
import type { Facts } from '../expressions/types.ts';
import type { Json } from '../lib/json.ts';
import { invariant } from '../lib/invariant.ts';
import type { Action } from '../machine/action.ts';
import type { FormDraft } from '../machine/form.ts';
import type { State } from '../machine/machine.ts';
import type { ToolStep } from '../machine/modelCall.ts';
import type { Frame, Snapshot } from '../machine/snapshot.ts';
import type { TraceStep } from '../machine/trace.ts';
import type { PreparedFlow, PreparedMachine } from './prepare.ts';

/** One event under way: the working copy of the snapshot and what was collected so far. Never leaves the engine. */
export interface Run {
  prepared: PreparedMachine;
  facts: Facts;
  /** Replaced, never changed in place: the snapshot it came from stays as it was. */
  frames: Frame[];
  variables: Record<string, Json>;
  seq: number;
  actions: Action[];
  trace: TraceStep[];
  /** Value of the happening: what was answered, what an effect gave back. */
  value: Json | undefined;
  /** Answers to a form under way, kept once a transition is taken for them. */
  draft?: { form: string; draft: FormDraft };
  steps: number;
  visits: Map<string, number>;
  /** Whether values or cursors changed, so that sizes are counted only when they can have grown. */
  grew: boolean;
  /** A shortcut is over: the running frame goes on with the wait it is in. */
  back: boolean;
}

/** A run that stands where the snapshot does. */
export function begin(prepared: PreparedMachine, { frames, variables, seq }: Snapshot, facts: Facts): Run {
  return {
    prepared, facts, frames: frames.slice(), variables, seq,
    actions: [], trace: [], value: undefined, steps: 0, visits: new Map(), grew: false, back: false,
  };
}

/** Thrown inside the engine only: a limit of the snapshot file was passed, nothing of this event may count. */
export class OverLimit extends Error {
  readonly limit: string;

  constructor(limit: string) {
    super(`Over the limit: ${limit}`);
    this.limit = limit;
  }
}

/** The frame that is running. Throws when the session is over. */
export function top(run: Run): Frame {
  const frame = run.frames.at(-1);
  invariant(frame, 'a running session has a frame');
  return frame;
}

/** The calls of flows that a model made for an answer under way in the running frame. */
export function stepsOf(run: Run, exchange: string): ToolStep[] {
  return own(top(run).exchanges ?? {}, exchange) ?? [];
}

/** Replaces fields of the running frame; going elsewhere ends the wait it is in. */
export function changeTop(run: Run, change: Partial<Frame>): void {
  if (change.at !== undefined) leaveWait(run);
  run.frames[run.frames.length - 1] = { ...top(run), ...change };
}

/** The wait of the running frame is over. */
export function leaveWait(run: Run): void {
  const { rests, ...frame } = top(run);
  if (rests) run.frames[run.frames.length - 1] = frame;
}

/** The flow of the running frame; a frame of a flow that is gone is refused when the event begins. */
export function flowOf(run: Run): PreparedFlow {
  const flow = run.prepared.flows.get(top(run).flow);
  invariant(flow, 'a frame names a flow of its machine');
  return flow;
}

/** The state the running frame is at, or undefined when the machine has none of that name. */
export function stateOf(run: Run): State | undefined {
  return own(flowOf(run).compiled.states, top(run).at);
}

/** Where a variable lives: a local of the running frame, the session, or nowhere. */
export function homeOf(run: Run, name: string): 'local' | 'session' | undefined {
  const flow = flowOf(run);
  if (flow.key !== run.prepared.machine.main && Object.hasOwn(flow.compiled.variables, name)) return 'local';
  return Object.hasOwn(run.prepared.main.compiled.variables, name) ? 'session' : undefined;
}

/** The value somebody set, or undefined. */
export function readVariable(run: Run, name: string): Json | undefined {
  const home = homeOf(run, name);
  if (home === undefined) return undefined;
  return own(home === 'local' ? top(run).locals : run.variables, name);
}

/** Sets a variable, or unsets it when `value` is undefined. The name must exist. */
export function writeVariable(run: Run, name: string, value: Json | undefined): void {
  const home = homeOf(run, name);
  invariant(home, `${name} was looked up before it is written`);
  run.grew = true;
  const before = home === 'local' ? top(run).locals : run.variables;
  // A computed name is an own property whatever it is called.
  const values = { ...before, [name]: value ?? null };
  if (value === undefined) delete values[name];
  if (home === 'local') changeTop(run, { locals: values });
  else run.variables = values;
}

/** The snapshot the run stands at. */
export function snapshotOf(run: Run): Snapshot {
  return { v: 1, frames: run.frames, variables: run.variables, seq: run.seq };
}
