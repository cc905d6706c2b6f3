import { canonicalJson } from '@parley/shared/lib/json';
import type { Json } from '@parley/shared/lib/json';
import type { Machine } from '@parley/shared/machine/machine';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { ValueType } from '@parley/shared/expressions/types';

/** A variable as it stands. */
export interface VariableNow {
  name: string;
  type: ValueType;
  /** What somebody set, or undefined. */
  value: Json | undefined;
  /** What it counts as while nobody has set it. */
  initial: Json;
  personal: boolean;
  /** Whether the last step changed it. */
  changed: boolean;
  /** The flow it belongs to, and again when it is a called flow's own. */
  home: string;
  flow?: string;
  /** Of a called flow that has called another one: nobody but itself can change it. */
  fixed?: true;
}

/** All variables of a session: the conversation's, then those of every called flow under way, the running one first. `before` is the snapshot one step ago. */
export function variablesNow(machine: Machine, now: Snapshot | null, before: Snapshot | null): VariableNow[] {
  const session = listed(machine, machine.main, now?.variables ?? {}, before?.variables ?? {});
  const frames = now?.frames ?? [];
  const called = frames.flatMap(({ flow, locals }, level): VariableNow[][] => {
    if (flow === machine.main) return [];
    const earlier = before?.frames[level];
    return [listed(machine, flow, locals, earlier?.flow === flow ? earlier.locals : {}).map((variable) => ({ ...variable, flow, ...(level < frames.length - 1 && { fixed: true as const }) }))];
  });
  return [...session, ...called.toReversed().flat()];
}

type Values = Readonly<Record<string, Json>>;

function listed(machine: Machine, flow: string, now: Values, before: Values): VariableNow[] {
  return Object.entries(machine.flows[flow]?.variables ?? {}).map(([name, { type, initial, personal = false }]) => {
    const [value, earlier] = [valueOf(now, name), valueOf(before, name)];
    return { name, home: flow, type, value, initial, personal, changed: canonicalJson(value) !== canonicalJson(earlier) };
  });
}

function valueOf(values: Values, name: string): Json | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
