import type { ValueType } from '@parley/shared/expressions/types';
import { variablesOf } from '@parley/shared/expressions/variablesOf';
import type { Machine, State, Transition } from '@parley/shared/machine/machine';
import type { NodePlace } from './host/litPath.ts';

/** A variable that is read after a node, and the flow it belongs to. */
export interface Needed {
  name: string;
  type: ValueType;
  home: string;
}

/**
 * The variables that a conversation may read from a node on, in its flow and in those it calls from there, unless they are always
 * set before: what somebody who begins there may want to say first. In the order they are declared.
 */
export function neededFrom(machine: Machine, { flow, node }: NodePlace): Needed[] {
  const read = new Map<string, Set<string>>();
  /** What is set on every way there that was gone so far. */
  const reached = new Map<string, ReadonlySet<string>>();
  const visit = (place: string, at: string, by: ReadonlySet<string>): void => {
    const key = `${place}:${at}`;
    const state = machine.flows[place]?.states[at];
    const before = reached.get(key);
    if (!state || (before && [...before].every((name) => by.has(name)))) return;
    const given = before ? new Set([...before].filter((name) => by.has(name))) : by;
    reached.set(key, given);
    for (const name of namesIn(machine, state)) {
      const home = homeOf(machine, place, name);
      if (home !== undefined && !given.has(`${home} ${name}`)) read.set(home, (read.get(home) ?? new Set()).add(name));
    }
    for (const way of waysOf(state)) {
      const set = new Set(given);
      for (const { variable } of way.set ?? []) {
        const home = homeOf(machine, place, variable);
        if (home !== undefined) set.add(`${home} ${variable}`);
      }
      if (way.to !== undefined) visit(place, way.to, set);
      if (way.call) {
        for (const { local } of way.call.args) set.add(`${way.call.flow} ${local}`);
        visit(way.call.flow, machine.flows[way.call.flow]?.entry ?? '', set);
        visit(place, way.call.returnTo, set);
      }
    }
  };
  visit(flow, node, new Set());
  return [...new Set([machine.main, flow])].flatMap((home) => Object.entries(machine.flows[home]?.variables ?? {}).flatMap(([name, { type }]): Needed[] => (read.get(home)?.has(name) && type.kind !== 'file' ? [{ name, type, home }] : [])));
}

function homeOf(machine: Machine, flow: string, name: string): string | undefined {
  if (Object.hasOwn(machine.flows[flow]?.variables ?? {}, name)) return flow;
  return Object.hasOwn(machine.flows[machine.main]?.variables ?? {}, name) ? machine.main : undefined;
}

function waysOf({ always, on, onError }: State): Transition[] {
  return [...always, ...Object.values(on).flat(), ...(onError ? [onError] : [])];
}

/** Every name in a state's expressions and texts. */
function namesIn({ texts }: Machine, { entry, always, on, onError, wait }: State): Set<string> {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(look);
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'cel' && typeof inner === 'string') variablesOf(inner).forEach((name) => names.add(name));
      else if (key === 'text' && typeof inner === 'string' && Object.hasOwn(texts, inner)) look(texts[inner]);
      else look(inner);
    }
  };
  look([entry, always, on, onError, wait]);
  return names;
}
