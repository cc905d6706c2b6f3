import type { FlowSet } from '../flow/document.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Sketch } from '../nodes/golden.ts';
import type { Severity } from './issue.ts';
import type { Circumstances } from './subject.ts';

/** A drawing for a check, in few words. */
export interface Drawn {
  why: string;
  flow: Sketch;
  subflows?: Record<string, Sketch>;
  /** What a sketch cannot say. */
  change?(set: FlowSet): FlowSet;
  /** Node types made for this drawing alone. */
  types?: NodeTypes;
  circumstances?: Circumstances;
}

/** A drawing that must be flagged, and where. */
export interface Flagged extends Drawn {
  severity: Severity;
  node?: string;
  field?: string;
  /** Words the message must have. */
  says?: string;
  /** What its fix is called, and the other one beside it; null where none may be offered. */
  fix?: string | null;
  or?: string;
}

/** What a check must flag, and what looks like it and must not be: at least three of each, held by one test over the list. */
export interface CheckCases {
  flags: Flagged[];
  passes: Drawn[];
  /** Why nothing here can be mended at one press, in a sentence; left out where some drawing's issue has a fix. */
  unfixed?: string;
}
