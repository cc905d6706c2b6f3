import type { Op } from '@parley/shared/flow/batch';
import type { Flow } from '@parley/shared/flow/document';
import type { Renaming } from '@parley/shared/flow/renameVariable';
import type { Taken } from '@parley/shared/engine/take';
import type { Checked } from '@parley/shared/expressions/check';
import type { Issue } from '@parley/shared/issues/issue';
import type { MachineEvent } from '@parley/shared/machine/event';
import type { Machine } from '@parley/shared/machine/machine';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { ValueType } from '@parley/shared/expressions/types';

/** What the worker is told without an answer: how the drawings change. */
export type Fed =
  | { fed: 'main'; main: string }
  | { fed: 'flow'; flow: string; document: Flow }
  | { fed: 'ops'; flow: string; ops: Op[] }
  | { fed: 'gone'; flow: string };

/** What can be asked of the worker, and its answer. It sees the drawings as last fed. */
export interface Jobs {
  verify: { ask: Record<never, never>; answer: { issues: Issue[]; nodes: number; ms: number } };
  /** Compiles what is drawn and keeps it ready for `take`; `machine` names that state. */
  compile: { ask: Record<never, never>; answer: { machine: Machine } };
  take: { ask: { machine: string; snapshot: Snapshot | null; event: MachineEvent }; answer: Taken };
  /** Hands over a compiled machine to run: kept under its name. */
  keep: { ask: { name: string; machine: Machine }; answer: Record<never, never> };
  /** The readable code of what is drawn; titles of flows by id go into its comments. */
  emit: { ask: { names: Record<string, string> }; answer: { code: string } };
  /** The ops that rename a variable everywhere it is used. */
  rename: { ask: { flow: string; variable: string; to: string }; answer: Renaming };
  /** Whether an expression can be read, and as what. */
  check: { ask: { flow: string; cel: string; expects: ValueType | undefined }; answer: Checked };
  /** How often each variable is used, by name, and in which nodes. */
  uses: { ask: { flow: string }; answer: { uses: Record<string, { count: number; nodes: string[] }> } };
}

export type JobName = keyof Jobs;

/** A message to the worker, and one back. */
export type ToWorker = Fed | { [Name in JobName]: { job: Name; id: number; ask: Jobs[Name]['ask'] } }[JobName];
export type FromWorker = { id: number; ok: true; answer: Jobs[JobName]['answer'] } | { id: number; ok: false; error: string };
