import { errorState, silenceState } from '../machine/machine.ts';
import type { Machine, State, Transition } from '../machine/machine.ts';

/** Said of a break that only conditions make: the proof takes them as free choices and does not promise that they let people through. */
export const byConditions = ' (because of a condition)';

/** The machine as a map of states, as if every condition could come out either way. Names are `flow:state`. */
export interface Graph {
  next: ReadonlyMap<string, readonly string[]>;
  /** Where calls go on once the called flow has come to its end, and the flows that can. */
  behind: ReadonlyMap<string, readonly { flow: string; to: string }[]>;
  ending: ReadonlySet<string>;
  finals: ReadonlySet<string>;
  /** Where each variable, as `flow:name`, is filled: the states that follow. */
  fills: ReadonlyMap<string, readonly string[]>;
}

/** A name in its two parts. */
export function parted(name: string): [string, string] {
  return [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
}

/** Reads a machine as a map. A call goes on behind itself only where the called flow can come to its end. */
export function graphOf(machine: Machine): Graph {
  const next = new Map<string, string[]>();
  const behind = new Map<string, { flow: string; to: string }[]>();
  const finals = new Set<string>();
  const fills = new Map<string, string[]>();
  const fill = (owner: string, name: string, at: string): void => {
    const id = `${Object.hasOwn(machine.flows[owner]?.variables ?? {}, name) ? owner : machine.main}:${name}`;
    fills.set(id, [...(fills.get(id) ?? []), at]);
  };
  for (const [flow, { states }] of Object.entries(machine.flows)) for (const [at, state] of Object.entries(states)) {
    if (state.final && at !== errorState && at !== silenceState) finals.add(`${flow}:${at}`);
    next.set(`${flow}:${at}`, waysOf(state).flatMap((way) => {
      const targets = [...(way.to === undefined ? [] : [`${flow}:${way.to}`]), ...(way.call ? [`${way.call.flow}:${machine.flows[way.call.flow]?.entry ?? ''}`] : [])];
      if (way.call) behind.set(`${flow}:${at}`, [...(behind.get(`${flow}:${at}`) ?? []), { flow: way.call.flow, to: `${flow}:${way.call.returnTo}` }]);
      for (const { variable, value } of way.set ?? []) if (value.from !== 'unset') targets.forEach((target) => fill(flow, variable, target));
      way.call?.args.forEach(({ local }) => fill(way.call?.flow ?? flow, local, `${way.call?.flow ?? flow}:${machine.flows[way.call?.flow ?? '']?.entry ?? ''}`));
      way.call?.results.forEach(({ variable }) => fill(flow, variable, `${flow}:${way.call?.returnTo ?? ''}`));
      return targets.filter((target) => ![errorState, silenceState].includes(parted(target)[1]));
    }));
  }
  return { next, behind, finals, fills, ending: endingFlows(machine, { next, behind, finals, fills }) };
}

function endingFlows({ flows }: Machine, graph: Omit<Graph, 'ending'>): Set<string> {
  const ending = new Set<string>();
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const [flow, { entry }] of Object.entries(flows)) if ([...reached({ ...graph, ending }, [`${flow}:${entry}`])].some((at) => at.startsWith(`${flow}:`) && graph.finals.has(at))) ending.add(flow);
  }
  return ending;
}

function waysOf(state: State): Transition[] {
  return [...state.always, ...Object.values(state.on).flat(), ...(state.onError ? [state.onError] : [])];
}

/** Every state some way leads to from one of these, themselves among them. */
export function reached({ next, behind, ending }: Graph, from: readonly string[]): Set<string> {
  const found = new Set(from);
  for (const at of found) {
    next.get(at)?.forEach((to) => found.add(to));
    behind.get(at)?.forEach(({ flow, to }) => ending.has(flow) && found.add(to));
  }
  return found;
}

/** Whether some way leads from a state to an end. */
export function leadsToEnd(graph: Graph, from: string): boolean {
  return [...reached(graph, [from])].some((at) => graph.finals.has(at) && parted(at)[0] === parted(from)[0]);
}

/** Whether some way leads from where a variable is filled to a state. */
export function isFilledBefore(graph: Graph, id: string, at: string): boolean {
  return reached(graph, graph.fills.get(id) ?? []).has(at);
}

/** Flows that come back to calling themselves: a conversation may not be that deep. */
export function endlessCalls({ behind }: Graph, machine: Machine): string[] {
  const calls = [...behind].flatMap(([at, after]) => after.map(({ flow }) => [parted(at)[0], flow] as const));
  return Object.keys(machine.flows).filter((flow) => {
    const called = new Set(calls.flatMap(([from, to]) => (from === flow ? [to] : [])));
    for (const each of called) calls.forEach(([from, to]) => from === each && called.add(to));
    return called.has(flow);
  }).map((flow) => `${flow} calls itself`);
}
