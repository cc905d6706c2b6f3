import type { Call, Guard, Happening, State, StateId } from '../../machine/machine.ts';

/** A variable wherever it lives: `<flow>:<name>`, the main flow's being the session's. */
export type VariableId = string;

/** A guard as a fact about values: two guards of one key are true together as long as no variable of theirs changes. */
export interface GuardFact {
  key: string;
  variables: VariableId[];
  /** As typed, for `judge`. */
  cel: string;
  flow: string;
}

/** What must have been so for a way to be taken. */
export interface Assumption {
  fact: GuardFact;
  holds: boolean;
}

/** Where in the drawing an expression stands: in itself, or in the text of this key. */
export type Spot = { cel: string; text?: string };

/** Something a state or a way does with a variable, in order. */
export type Effect = { reads: VariableId; spot: Spot } | { writes: VariableId; unsets: boolean };

/** Variables read while standing in a place, if the guards before turned out so. */
export interface Read {
  variable: VariableId;
  spot: Spot;
  assumes: Assumption[];
}

/** One way on from a place. Exactly one of `to`, `call` and `ends` is set. */
export interface Step {
  why: Happening | 'always' | 'error';
  to: Place | undefined;
  call: { flow: string; returnTo: Place; failedTo: Place; results: Call['results'] } | undefined;
  ends: End | undefined;
  guard: Guard | undefined;
  assumes: Assumption[];
  effects: Effect[];
  /** The variables among the effects that are set or unset, each once. */
  writes: VariableId[];
  /** Moves a loop to its next item: a list is finite. */
  advances: boolean;
  /** A counter decides about it, or is raised by it: rounds that are counted are left. */
  counts: boolean;
}

/** How a flow is over: `session` ends the conversation from any depth. */
export type End = 'done' | 'failed' | 'session';

/** A state of a compiled flow with all ways on from it, impossible ones left out. */
export interface Place {
  index: number;
  flow: string;
  id: StateId;
  /** The node it was compiled from; '' for what every flow has. */
  node: string;
  state: State;
  steps: Step[];
  reads: Read[];
  /** Set when the flow is over here, unless an earlier way is taken. */
  end: End | undefined;
  /** Rests here until a person does something (or time passes). */
  waits: boolean;
}
