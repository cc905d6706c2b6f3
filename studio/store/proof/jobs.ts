import type { CodeSpan } from '@parley/shared/compiler/emit/spans';
import type { Op } from '@parley/shared/flow/batch';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import type { Wanted } from '@parley/shared/flow/findPlaces';
import type { RenamedEverywhere } from '@parley/shared/flow/renameEverywhere';
import type { FlowPlace, Replaced } from '@parley/shared/flow/replacePlaces';
import type { Checked } from '@parley/shared/expressions/check';
import type { Issue } from '@parley/shared/issues/issue';
import type { Circumstances } from '@parley/shared/issues/subject';
import type { ValueType } from '@parley/shared/expressions/types';
import type { ConversationTest } from '@parley/shared/nodes/golden';
import type { Compared } from './compareJob.ts';
import type { Tested } from './testJob.ts';

/** What the worker is told without an answer: how the drawings change. */
export type Fed =
  | { fed: 'main'; main: string }
  | { fed: 'flow'; flow: string; document: Flow }
  | { fed: 'ops'; flow: string; ops: Op[] }
  | { fed: 'gone'; flow: string }
  | { fed: 'circumstances'; circumstances: Circumstances };

/** What can be asked of the worker, and its answer. It sees the drawings as last fed. */
export interface Jobs {
  verify: { ask: Record<never, never>; answer: { issues: Issue[]; nodes: number; ms: number } };
  /** The readable code of what is drawn, and which lines are whose; titles of flows by id go into its comments. */
  emit: { ask: { names: Record<string, string> }; answer: { code: string; spans: CodeSpan[] } };
  /** The ops that rename a variable everywhere it is used. */
  rename: { ask: { flow: string; variable: string; to: string }; answer: RenamedEverywhere };
  /** The places where something stands, in one flow or in all; only so many are listed. */
  find: { ask: { flow: string | undefined; wanted: Wanted }; answer: { places: FlowPlace[]; total: number } };
  /** The ops that put other words there: into one place as it was listed, or wherever it stands now. */
  replace: { ask: { flow: string | undefined; wanted: Wanted; by: string; only?: FlowPlace }; answer: Replaced };
  /** Whether an expression can be read, and as what. */
  check: { ask: { flow: string; cel: string; expects: ValueType | undefined }; answer: Checked };
  /** The model's own conversations and the kept ones, held with the drawing as it is. */
  test: { ask: { kept: ConversationTest[] }; answer: Tested };
  /** The conversations of an earlier version, held with the drawing as it is. */
  compare: { ask: { before: FlowSet }; answer: Compared };
  /** How often each variable is used, by name, and in which nodes. */
  uses: { ask: { flow: string }; answer: { uses: Record<string, { count: number; nodes: string[] }> } };
}

export type JobName = keyof Jobs;

/** A message to the worker, and one back. */
export type ToWorker = Fed | { [Name in JobName]: { job: Name; id: number; ask: Jobs[Name]['ask'] } }[JobName];
export type FromWorker = { id: number; ok: true; answer: Jobs[JobName]['answer'] } | { id: number; ok: false; error: string };
