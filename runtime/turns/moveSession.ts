import { restingAt } from '@parley/shared/engine/resting';
import type { PreparedMachine } from '@parley/shared/engine/prepare';
import { canonicalJson } from '@parley/shared/lib/json';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { Performing } from './perform.ts';
import type { TurnRun } from './turnRun.ts';

/** Goes over to another release when every frame rests in a node that is the same there and no set variable changed its type; else stays. */
export async function moveSession(run: TurnRun, performing: Performing, release: string): Promise<void> {
  if (!run.snapshot || run.snapshot.frames.length === 0 || release === run.release.id) {
    run.steps.push({ did: 'ignore', why: 'move' });
    return;
  }
  const there = await performing.release(release);
  if (there.bot !== run.release.bot || !sameFor(run.snapshot, run.release.prepared, there.prepared)) {
    run.steps.push({ did: 'ignore', why: 'move' });
    return;
  }
  run.release = there;
  run.moved = release;
}

function sameFor(snapshot: Snapshot, here: PreparedMachine, there: PreparedMachine): boolean {
  if (here.machine.main !== there.machine.main || restingAt(here, snapshot)?.wait.for !== restingAt(there, snapshot)?.wait.for) return false;
  return snapshot.frames.every((frame) => {
    const names = frame.flow === here.machine.main ? Object.keys(snapshot.variables) : Object.keys(frame.locals);
    const [a, b] = [here, there].map((prepared) => prepared.flows.get(frame.flow)?.compiled);
    if (!a || !b) return false;
    const node = a.states[frame.at]?.node;
    const statesOf = (states: typeof a.states) => Object.fromEntries(Object.entries(states).filter(([id, state]) => state.node === node && (node !== '' || id === frame.at)));
    const textsOf = ({ machine }: PreparedMachine) => Object.fromEntries(Object.entries(machine.texts).filter(([key]) => key.startsWith(`${frame.flow}:${node}/`)));
    return canonicalJson(statesOf(a.states)) === canonicalJson(statesOf(b.states)) && canonicalJson(textsOf(here)) === canonicalJson(textsOf(there))
      && names.every((name) => canonicalJson(a.variables[name]?.type) === canonicalJson(b.variables[name]?.type));
  });
}
