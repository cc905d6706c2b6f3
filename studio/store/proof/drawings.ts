import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import { prepare } from '@parley/shared/engine/prepare';
import type { PreparedMachine } from '@parley/shared/engine/prepare';
import type { Machine } from '@parley/shared/machine/machine';
import type { Fed } from './jobs.ts';

/** The worker's own copy of the drawings, and the machines it keeps ready. */
export interface Drawings {
  feed(fed: Fed): void;
  set(): FlowSet;
  flow(id: string): Flow | undefined;
  keep(name: string, machine: Machine): void;
  machine(name: string): PreparedMachine | undefined;
}

const mostMachines = 4;

/** Makes the empty copy. */
export function drawings(): Drawings {
  const flows: Record<string, Flow> = {};
  const machines = new Map<string, PreparedMachine>();
  let main = '';
  return {
    feed(fed) {
      if (fed.fed === 'main') main = fed.main;
      else if (fed.fed === 'flow') flows[fed.flow] = fed.document;
      else if (fed.fed === 'gone') delete flows[fed.flow];
      else {
        const flow = flows[fed.flow];
        const applied = flow && applyBatch(flow, { ops: fed.ops });
        if (applied?.ok) flows[fed.flow] = applied.flow;
      }
    },
    set: () => ({ main, flows: { ...flows } }),
    flow: (id) => flows[id],
    keep(name, machine) {
      machines.set(name, prepare(machine));
      for (const oldest of machines.keys()) {
        if (machines.size <= mostMachines) break;
        machines.delete(oldest);
      }
    },
    machine: (name) => machines.get(name),
  };
}
