import { errorState, silenceState } from '../machine/machine.ts';
import type { CompiledFlow, Machine, State, StateId, Transition } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { TraceStep } from '../machine/trace.ts';

/** One way the machine can go: what happens in a state and where that leads, or a shortcut. Transitions over the same edge to the same state are one. */
export interface Way {
  key: string;
  /**
   * The key of what it is for whoever draws: the states a node is made of (asking, asking again, reminding) are one place. Not each of them
   * can take all the node's ways, such as the third try the first time.
   */
  drawn: string;
  flow: string;
  /** '' for a shortcut. */
  state: StateId;
  node: string;
  /** What happens when it is taken; undefined = decided on entering. */
  happening?: string;
  /** The drawn edge it came from. */
  edge?: string;
  /** The state it leads to, `call <flow>`, or `return`. */
  place: string;
}

/** States that end everything by themselves, in every flow. Nobody drew them. */
const builtIn: ReadonlySet<StateId> = new Set([errorState, silenceState]);

/**
 * Every way that starts at a node a session can get to, by key. Not among them: where a failed expression goes (`onError`), and where
 * the caller of a flow goes that can fail by nothing else, because in a drawing without mistakes no expression fails.
 */
export function waysOf(machine: Machine): Map<string, Way> {
  const failing = failingFlows(machine);
  const ways = new Map<string, Way>();
  const flows = new Set([machine.main]);
  for (const { id, does } of machine.shortcuts) {
    const way: Way = { key: shortcutKey(id), drawn: shortcutKey(id), flow: machine.main, state: '', node: '', happening: 'shortcut', place: id };
    ways.set(way.key, way);
    if (does.kind === 'call') flows.add(does.flow);
  }
  // A set takes in what is added while it is gone through: called flows follow.
  for (const flow of flows) {
    for (const { at, happening, transition } of transitionsIn(machine.flows[flow], failing)) {
      if (transition.call) flows.add(transition.call.flow);
      if (builtIn.has(at)) continue;
      const way = wayOf({ flow, state: at, ...(happening && { happening }), ...(transition.edge !== undefined && { edge: transition.edge }), place: placeOf(transition) });
      ways.set(way.key, way);
    }
  }
  return ways;
}

/** Flows that can end as failed, found by going round until no call adds another. */
function failingFlows({ flows }: Machine): Set<string> {
  const failing = new Set<string>();
  for (let before = -1; before !== failing.size;) {
    before = failing.size;
    for (const [key, flow] of Object.entries(flows)) {
      if ([...statesIn(flow, failing)].some((at) => flow.states[at]?.final && flow.states[at].outcome === 'failed')) failing.add(key);
    }
  }
  return failing;
}

interface Leaving {
  at: StateId;
  happening: string;
  transition: Transition;
}

function transitionsIn(flow: CompiledFlow | undefined, failing: ReadonlySet<string>): Leaving[] {
  if (!flow) return [];
  return [...statesIn(flow, failing)].flatMap((at) => leavingOf(flow.states[at]).map(([happening, transition]) => ({ at, happening, transition })));
}

/** The states a session can get to, apart from error routes. */
function statesIn({ entry, states }: CompiledFlow, failing: ReadonlySet<string>): Set<StateId> {
  const found = new Set([entry]);
  for (const at of found) {
    for (const [, { to, call }] of leavingOf(states[at])) {
      const next = call ? [call.returnTo, ...(failing.has(call.flow) ? [call.failedTo ?? errorState] : [])] : [to ?? errorState];
      next.filter((state) => Object.hasOwn(states, state)).forEach((state) => found.add(state));
    }
  }
  return found;
}

function leavingOf(state: State | undefined): [happening: string, transition: Transition][] {
  if (!state) return [];
  const answers = Object.entries(state.on).flatMap(([happening, transitions]) => transitions.map((transition): [string, Transition] => [happening, transition]));
  return [...state.always.map((transition): [string, Transition] => ['', transition]), ...answers];
}

function placeOf({ to, call, return: returns }: Transition): string {
  if (call) return `call ${call.flow}`;
  return returns ? 'return' : (to ?? errorState);
}

/** A way with its keys. State ids are `<node>` or `<node>/<part>`. */
function wayOf({ flow, state, happening, edge, place }: Omit<Way, 'key' | 'drawn' | 'node'>): Way {
  const node = state.split('/')[0] ?? state;
  const keyAt = (from: string): string => JSON.stringify([flow, from, happening ?? '', edge ?? '', place]);
  return { key: keyAt(state), drawn: keyAt(`${node}*`), flow, state, node, ...(happening !== undefined && { happening }), ...(edge !== undefined && { edge }), place };
}

const shortcutKey = (id: string): string => JSON.stringify(['shortcut', id]);

/** The keys of the ways a turn took, in order, from where the session stood before it. */
export function waysTaken(trace: readonly TraceStep[], before: Snapshot | null): string[] {
  const taken: string[] = [];
  let flow = before?.frames.at(-1)?.flow ?? '';
  let leaving: Omit<Way, 'key' | 'drawn' | 'node' | 'place'> | undefined;
  const arrive = (place: string): void => {
    if (leaving) taken.push(wayOf({ ...leaving, place }).key);
    leaving = undefined;
  };
  trace.forEach((step, at) => {
    switch (step.did) {
      case 'enter':
        arrive(step.state);
        flow = step.flow;
        break;
      case 'take':
        // Right after a failure it is the error route.
        leaving = trace[at - 1]?.did === 'fail' || builtIn.has(step.from) ? undefined : {
          flow, state: step.from, ...(step.happening !== undefined && { happening: step.happening }), ...(step.edge !== undefined && { edge: step.edge }),
        };
        break;
      case 'call':
        arrive(`call ${step.flow}`);
        break;
      case 'return':
      case 'end':
        arrive('return');
        break;
      case 'rest':
        flow = step.flow ?? flow;
        break;
      case 'fail':
        // It did not get there.
        leaving = undefined;
        break;
      case 'shortcut':
        taken.push(shortcutKey(step.id));
        break;
      default:
    }
  });
  return taken;
}

/** What of a drawing these ways leave out: one way for each that none of them takes. */
export function untaken(ways: ReadonlyMap<string, Way>, taken: Iterable<string>): Way[] {
  const seen = new Set([...taken].flatMap((key) => ways.get(key)?.drawn ?? []));
  return [...new Map([...ways.values()].filter(({ drawn }) => !seen.has(drawn)).map((way) => [way.drawn, way])).values()];
}
