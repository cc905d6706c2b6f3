import { own } from '../expressions/fits.ts';
import type { Flow, FlowNode } from '../flow/document.ts';
import type { JsonObject } from '../lib/json.ts';
import { errorState } from '../machine/machine.ts';
import type { State, StateId } from '../machine/machine.ts';
import type { NodeType, NodeTypes, StateDraft } from '../nodes/defineNode.ts';
import { readNode } from '../nodes/readNode.ts';
import type { Drawn, Way } from './drawWays.ts';
import { makeContexts } from './makeContexts.ts';

/** What decides about a node's states besides its data: other nodes and texts do not. */
interface Surroundings {
  type: NodeType;
  node: string;
  flow: string;
  main: string;
  settings: Flow['settings'];
  mainSettings: Flow['settings'] | undefined;
  /** The variables of every flow: a call knows those of the flow it calls. */
  variables: Record<string, Flow['variables']>;
  ways: ReadonlyMap<string, Way> | undefined;
}

type States = readonly (readonly [StateId, State])[];

/** The states each node's data were lowered to last; documents are never changed in place, so an edit lowers only what it touched. */
const lowered = new WeakMap<JsonObject, { in: Surroundings; states: States }>();

/** Lowers the nodes of one flow, one after the other. A node that cannot be read leads to the error state. */
export function lowerNodes(drawn: Drawn, nodeTypes: NodeTypes): (id: string, node: FlowNode) => States {
  const { set, id: flow, flow: { settings }, ways } = drawn;
  const contextOf = makeContexts(drawn);
  const variables = Object.fromEntries(Object.entries(set.flows).map(([id, document]) => [id, document.variables]));
  const shared = { flow, main: set.main, settings, mainSettings: own(set.flows, set.main)?.settings, variables };
  return (id, node) => {
    const type = own(nodeTypes, node.type);
    const read = type && readNode(type, node.data);
    if (!read) return statesOf(id, lost);
    const surroundings: Surroundings = { ...shared, type, node: id, ways: ways.get(id) };
    const before = lowered.get(node.data);
    if (before && isSame(before.in, surroundings)) return before.states;
    const states = statesOf(id, type.compile(read.data, contextOf(id, read.exits)));
    lowered.set(node.data, { in: surroundings, states });
    return states;
  };
}

/** Where a node leads that cannot be lowered. */
const lost: Record<string, StateDraft> = { '': { always: [{ to: errorState }] } };

function statesOf(node: string, drafts: Record<string, StateDraft>): States {
  return Object.entries(drafts).map(([part, draft]) => [part ? `${node}/${part}` : node, stateOf(node, draft)] as const);
}

/** A whole state of what a node wrote of it. */
export function stateOf(node: string, { entry = [], always = [], wait, on = {}, final, outcome, onError }: StateDraft): State {
  return { node, entry, always, ...(wait && { wait }), on, ...(final && { final }), ...(outcome && { outcome }), ...(onError && { onError }) };
}

function isSame(one: Surroundings, two: Surroundings): boolean {
  return one.node === two.node && one.type === two.type && one.flow === two.flow && one.main === two.main
    && one.settings === two.settings && one.mainSettings === two.mainSettings && haveSame(one.variables, two.variables) && leadSame(one.ways, two.ways);
}

function haveSame(one: Surroundings['variables'], two: Surroundings['variables']): boolean {
  if (one === two) return true;
  const flows = Object.keys(one);
  return flows.length === Object.keys(two).length && flows.every((flow) => one[flow] === two[flow]);
}

function leadSame(one: Surroundings['ways'], two: Surroundings['ways']): boolean {
  if (!one || !two) return one === two;
  return one.size === two.size && [...one].every(([exit, way]) => {
    const other = two.get(exit);
    return other !== undefined && way.edge === other.edge && way.to === other.to && way.part === other.part;
  });
}
