import type { Facts, Template } from '../../expressions/types.ts';
import type { Json } from '../../lib/json.ts';
import type { Action } from '../../machine/action.ts';
import type { FormDraft } from '../../machine/form.ts';
import type { Happening, Shortcut, Transition, Variable, Wait } from '../../machine/machine.ts';
import type { Frame, Rests } from '../../machine/snapshot.ts';

/** What the emitted chart itself does not hold: variables and texts, and which states say where their errors go. */
export interface Tables {
  main: string;
  /** The first is the author's. */
  languages: string[];
  flows: Record<string, { entry: string; variables: Record<string, Variable> }>;
  /** Key -> language -> template. */
  texts: Record<string, Record<string, Template>>;
  shortcuts: Shortcut[];
  /** `flow:state` of every state with an error route of its own. */
  errorRoutes: string[];
}

/** One event until the machine rests. It belongs to its event object: sending the same object twice is sending it once. */
export interface Turn {
  of: object | null;
  facts: Facts;
  /** To be performed, in order, once the machine rests. */
  effects: Action[];
  /** What was done, in order: `enter flow:state`, `take edge`, `set name value`, `act effect`, `fail flow:state where`, `limit name`. */
  notes: string[];
  steps: number;
  visits: Record<string, number>;
  /** Whether any state was entered. */
  entered: boolean;
  /** Whether the state entered last waits, so that its effects carry this wait's id and not the next one's. */
  waits: boolean;
  /** `flow:state` whose error route is to be taken, or `$end`. */
  failed?: string;
  /** The limit that was passed. */
  over?: string;
  /** Set once a limit was passed and the event's changes were given up. */
  abandoned?: boolean;
  /** Where the end of a flow leads: `flow:state` or `$end`; `again` to the question asked there, `back` to the wait that goes on there. */
  goes?: string;
  /** On the way back to a wait that goes on: nothing of its state is done again. */
  back?: boolean;
  /** The wait whose timer was started. */
  timed?: number;
  /** Values as they were before the event. */
  variables: Record<string, Json>;
}

/** xstate's context: what the engine calls a snapshot, and the turn under way. */
export interface Context {
  frames: Frame[];
  variables: Record<string, Json>;
  seq: number;
  turn: Turn;
}

/** Events of an emitted machine; `tell` makes them of what comes from outside. */
export type Happened = { facts: Facts } & (
  | { type: Happening; value?: Json; /** Answers to a form under way. */ draft?: { form: string; draft: FormDraft } }
  | { type: 'again' }
  | { type: 'meanwhile' }
  /** Something came for a wait under a shortcut. */
  | { type: 'kept'; place: number; came: NonNullable<Rests['came']> }
  /** The dialog a contact asked for while something is awaited is closed. */
  | { type: 'asked' }
  | { type: `shortcut.${string}` }
);

/** xstate's types of every emitted machine. */
export interface Types {
  context: Context;
  events: Happened;
  input: { facts: Facts; seq: number };
  meta: { node?: string; wait?: Wait };
}

/** What taking a transition does besides leading somewhere; `last` = it is an error route, whose own errors go to `$error`. */
export interface Taking extends Pick<Transition, 'edge' | 'set' | 'cursor' | 'count' | 'call' | 'forget'> {
  from: string;
  last?: boolean;
}

/** Where a state is and whether it waits. */
export interface Entering {
  flow: string;
  state: string;
  waits?: boolean;
}
