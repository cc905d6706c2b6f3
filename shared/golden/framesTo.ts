import { silenceState } from '../machine/machine.ts';
import type { Call, Machine, State, StateId } from '../machine/machine.ts';
import type { Frame } from '../machine/snapshot.ts';

interface Way {
  caller: string;
  at: StateId;
  call: Frame['call'];
}

/**
 * The frames a session has on entering a node: of the main flow, or of a called one above the nearest way of calls to it. A flow
 * that nobody calls stands above the beginning of the main one, and its end is the end. Undefined when there is no such node.
 */
export function framesTo(machine: Machine, { flow, node, locals = {} }: { flow: string; node: StateId; locals?: Frame['locals'] }): Frame[] | undefined {
  const { main, flows } = machine;
  if (!Object.hasOwn(flows, flow) || !Object.hasOwn(flows[flow]?.states ?? {}, node)) return undefined;
  const frames: Frame[] = [];
  const ways = waysFrom(machine);
  for (let [place, at]: [string, StateId] = [flow, node]; ;) {
    const way = place === main ? undefined : ways.get(place) ?? { caller: main, at: flows[main]?.entry ?? silenceState, call: { returnTo: silenceState, results: [] } };
    frames.unshift({ flow: place, at, locals: place === flow && way ? locals : {}, cursors: {}, counters: {}, ...(way && { call: way.call }) });
    if (!way) return frames;
    [place, at] = [way.caller, way.at];
  }
}

/** How each called flow is reached first, the nearest flows first. */
function waysFrom({ main, flows }: Machine): Map<string, Way> {
  const ways = new Map<string, Way>();
  const reached = new Set([main]);
  // The set grows while it is gone through.
  for (const caller of reached) {
    for (const [at, state] of Object.entries(flows[caller]?.states ?? {})) {
      for (const { flow, returnTo, failedTo, results } of callsOf(state)) {
        if (reached.has(flow) || !Object.hasOwn(flows, flow)) continue;
        reached.add(flow);
        ways.set(flow, { caller, at, call: { returnTo, results, ...(failedTo !== undefined && { failedTo }) } });
      }
    }
  }
  return ways;
}

function callsOf({ always, on, onError }: State): Call[] {
  return [...always, ...Object.values(on).flat(), ...(onError ? [onError] : [])].flatMap(({ call }) => (call ? [call] : []));
}
