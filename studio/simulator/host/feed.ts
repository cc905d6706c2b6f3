import { restingAt } from '@parley/shared/engine/resting';
import { take } from '@parley/shared/engine/take';
import type { Taken } from '@parley/shared/engine/take';
import type { Action } from '@parley/shared/machine/action';
import type { MachineEvent } from '@parley/shared/machine/event';
import { errorState } from '@parley/shared/machine/machine';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { TraceStep } from '@parley/shared/machine/trace';
import { walk } from './litPath.ts';
import { openDialog } from './openDialog.ts';
import { endSession, former, note, say, traceOf } from './run.ts';
import type { Run } from './run.ts';
import type { Ground } from './talk.ts';

type Untimed = MachineEvent extends infer Event ? (Event extends MachineEvent ? Omit<Event, 'facts'> : never) : never;

/** Gives the machine an event and does what it asks for, in order, until it rests or an effect's result is awaited. */
export function feed(run: Run, first: Untimed): void {
  const { talk, ground } = run;
  for (let next: Untimed | undefined = first; next; next = settledEvent(run)) {
    const before: Snapshot | null = next.type === 'start' ? former(talk.snapshot) : talk.snapshot;
    // Both halves come from one union; spreading one member of it is again one.
    settle(run, before, next.type === 'start', take(ground.prepared, before, { ...next, facts: run.facts } as MachineEvent));
  }
}

/** Begins a session that another event than its own start has begun: in the middle. */
export function feedBegun(run: Run, taken: Taken): void {
  settle(run, null, true, taken);
  const next = settledEvent(run);
  if (next) feed(run, next);
}

function settle(run: Run, before: Snapshot | null, anew: boolean, { snapshot, trace, actions }: Taken): void {
  const { talk } = run;
  // As the database keeps it: what JSON cannot hold is gone.
  const after = JSON.parse(JSON.stringify(snapshot)) as Snapshot;
  talk.snapshot = after;
  talk.heard = [...talk.heard, { before, after, anew, trace: run.trace.length, log: run.log.length, edges: [...run.edges], nodes: [...run.nodes] }];
  followPath(run, before, { anew, steps: trace });
  if (talk.timer?.wait !== after.seq) talk.timer = undefined;
  for (const action of actions) perform(run, action);
  if (after.frames.length === 0 && (anew || (before?.frames.length ?? 0) > 0)) endFlow(run);
}

function perform(run: Run, action: Action): void {
  const { talk } = run;
  switch (action.type) {
    case 'send': return say(run, action.message, { by: 'flow' });
    case 'openDialog': return openDialog(run, { name: action.dialog, wait: action.wait });
    case 'startTimer':
      talk.timer = { wait: action.wait, dueAt: action.dueAt };
      return;
    default: {
      note(run, { what: 'effect', action });
      // The result of an effect whose wait is over already changes nothing.
      const resting = talk.snapshot && restingAt(run.ground.prepared, talk.snapshot);
      if (resting?.wait.for === 'result' && resting.id === action.wait) talk.awaiting = action;
    }
  }
}

function settledEvent(run: Run): Untimed | undefined {
  const { settled } = run;
  run.settled = undefined;
  if (!settled) return undefined;
  note(run, { what: 'dialogDone', dialog: settled.dialog, value: settled.value });
  return { type: 'dialogDone', ...settled };
}

/** The flow has ended; what it said last on its error route is marked as such. */
function endFlow(run: Run): void {
  const failed = traceOf(run).some((step) => (step.did === 'enter' && step.state === errorState) || step.did === 'limit');
  const last = run.log.findLastIndex(({ from, turn }) => from === 'bot' && turn === run.talk.turn);
  const line = run.log[last];
  if (failed && line?.from === 'bot') run.log[last] = { ...line, error: true };
  endSession(run, 'final');
}

function followPath(run: Run, before: Snapshot | null, { anew, steps }: { anew: boolean; steps: readonly TraceStep[] }): void {
  const restarted = steps.some((step) => step.did === 'shortcut' && isRestart(run.ground, step.id));
  if (anew || restarted) {
    run.edges.clear();
    run.nodes.clear();
    run.failed = undefined;
  }
  const { edges, nodes, failed } = walk(restarted ? null : before, steps);
  for (const edge of edges) run.edges.add(edge);
  for (const node of nodes) run.nodes.add(node);
  run.failed = failed ?? run.failed;
  run.trace.push(...steps);
}

function isRestart({ prepared }: Ground, shortcut: string): boolean {
  return prepared.machine.shortcuts.find(({ id }) => id === shortcut)?.does.kind === 'restart';
}
