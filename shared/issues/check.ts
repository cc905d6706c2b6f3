import type { Issue, Severity } from './issue.ts';
import type { Subject } from './subject.ts';

/** One check of the proof: one file, its drawings in `<check>.cases.ts` beside it, one line in the list. */
export interface Check {
  /** What its issues carry as `check`; never changes once released, because accepted warnings name it. */
  name: string;
  /** What is true when it finds nothing, for the printed proof: "Every node can be reached". */
  holds: string;
  /** Which fact says how much it looked at. */
  counts: keyof Facts;
  find(subject: Subject): Found[];
}

/** What a check gives: an issue without the name of the check. */
export type Found = Omit<Issue, 'check'>;

/** How much the proof looked at, and which checks did. */
export interface Facts {
  flows: number;
  nodes: number;
  exits: number;
  states: number;
  /** Ways from state to state, errors and silences included. */
  ways: number;
  /** Places where the bot rests until a person does something. */
  waits: number;
  loops: number;
  /** Places that ask others for something: requests, programs, models, call-backs. */
  calls: number;
  ends: number;
  variables: number;
  expressions: number;
  /** Texts people read, counted once for all languages. */
  texts: number;
  languages: number;
  /** Names of the channels every text was held against. */
  channels: string[];
  /** Names of the checks, in order. */
  checked: string[];
}

export type { Issue, Severity };
