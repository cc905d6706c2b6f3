import type { PreparedMachine } from '@parley/shared/engine/prepare';
import type { Echo } from '@parley/shared/host/hearEcho';
import type { Facts } from '@parley/shared/expressions/types';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import type { ActionResult, DialogName, ResultAction } from '@parley/shared/machine/action';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { TraceStep } from '@parley/shared/machine/trace';
import type { GoldenStart } from '@parley/shared/nodes/golden';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { LitPath } from './litPath.ts';
import type { Records } from '@parley/shared/host/records';

/** What a simulated conversation stands on; nothing in it changes while people talk. */
export interface Ground {
  /** Of the machine with its gaps marked (`withMarkedGaps`). */
  prepared: PreparedMachine;
  /** How long a session lives after the contact's last message. */
  sessionHours: number;
  zone: string;
  offsets(now: string): Facts['offsets'];
  channel: string;
  contact: { name: string; /** Who somebody is in a split; unset = by their name. */ id?: string; /** BCP 47 tag of their device. */ language: string | undefined };
}

/** A dialog that hears the contact's messages now. */
export interface OpenDialog {
  name: DialogName;
  page: number;
  /** The machine's wait when it was opened; null = the session has not started yet. */
  wait: number | null;
  /** What the contact opened with, to begin the session with afterwards. */
  opening?: Incoming;
}

/** What can be told to a simulated conversation. */
export type Told =
  | { type: 'message'; message: Incoming }
  /** What the effect under way gave back. */
  | { type: 'result'; result: ActionResult; /** As they stand after an effect on records. */ records?: Records }
  /** What another system says about the callback that is awaited. */
  | { type: 'callback'; code: string; values: JsonObject }
  /** Time passes (ISO 8601 duration); what falls due happens. */
  | { type: 'later'; after: string }
  /** The author puts a value into a variable, of the running flow first; null = nobody has set it. */
  | { type: 'set'; name: string; value: Json }
  /** A session begins in the middle: at a node, or where another one rested. */
  | { type: 'begin'; start: GoldenStart };

/** What another system can be made to say here. */
export type OutsideAnswer = Extract<Told, { type: 'result' | 'callback' }>;

/** One line of the log. `at` is an ISO datetime of the simulated clock. */
export type Line = { at: string; turn: number; /** It was said before the simulation began. */ former?: true } & (
  | { from: 'contact'; message: Incoming }
  /** `language` is what the text is written in; `fallback`: because its translation is missing. `error` marks the apology for a flow that failed. */
  | { from: 'bot'; message: Outgoing; language: string; by: 'flow' | 'dialog' | 'host'; fallback?: true; error?: true }
  | { from: 'host'; did: HostDid }
);

/** What the host noted between what people said. */
export type HostDid =
  | { what: 'effect'; action: ResultAction }
  | { what: 'result'; result: ActionResult }
  | { what: 'calledBack'; code: string; values: JsonObject }
  /** `before`: the session has not begun. */
  | { what: 'dialog'; dialog: DialogName; before?: true }
  /** `own`: nobody but the contact asked for it. */
  | { what: 'dialogDone'; dialog: DialogName; value: string; before?: true; own?: true }
  | { what: 'set'; name: string; value: Json }
  /** A deadline passed. */
  | { what: 'due' }
  | { what: 'waited'; after: string }
  | { what: 'ended'; why: 'final' | 'expired' | 'reset' | 'stopped' };

/** A message that waits to be heard; `told` = it stands in the log already, answered with the waiting text. */
export interface Held {
  message: Incoming;
  told: boolean;
}

/** One event that the machine was told in the step that was made last, with where everything stood before it. */
export interface Heard {
  before: Snapshot | null;
  after: Snapshot;
  /** The session began with it. */
  anew: boolean;
  /** How many lines of the trace and of the log there were. */
  trace: number;
  log: number;
  edges: readonly string[];
  nodes: readonly string[];
}

/** A simulated conversation as it stands. Plain data, never changed in place. */
export interface Talk {
  /** The simulated clock: ISO datetime in UTC. */
  now: string;
  turn: number;
  /** Null before the first session; without frames when there is none now. */
  snapshot: Snapshot | null;
  dialog: OpenDialog | undefined;
  timer: { wait: number; dueAt: string } | undefined;
  /** The same words again and again, from something that answers itself. */
  echo: Echo | undefined;
  /** When the contact's last message came, or what the session waited for. */
  lastAt: string | undefined;
  /** What goes along to the next session. */
  contact: { language: string | undefined; consented: boolean };
  records: Records;
  /** The effect whose result is awaited. */
  awaiting: ResultAction | undefined;
  /** Messages that came meanwhile. */
  held: readonly Held[];
  log: readonly Line[];
  /** Of this session. */
  path: LitPath;
  /** What the last step did: what was told, and all that followed by itself. */
  trace: readonly TraceStep[];
  /** Where in it the last turn begins. */
  turnAt: number;
  heard: readonly Heard[];
  /** What the author set, by `<flow> <name>`. */
  byHand: Readonly<Record<string, Json>>;
}
