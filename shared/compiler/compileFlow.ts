import { fits, own } from '../expressions/fits.ts';
import { zeroOf } from '../expressions/zeroOf.ts';
import type { Flow, FlowNode, FlowSet } from '../flow/document.ts';
import type { CompiledFlow, State, StateId, Variable } from '../machine/machine.ts';
import { errorState, silenceState } from '../machine/machine.ts';
import type { NodeType, NodeTypes, StateDraft } from '../nodes/defineNode.ts';
import { inOrder } from '../nodes/walkFields.ts';
import { makeContexts } from './makeContexts.ts';
import { drawWays } from './drawWays.ts';

/** One flow of a set, with the node types that lower it. */
export interface FlowToCompile {
  set: FlowSet;
  flow: string;
  nodeTypes: NodeTypes;
}

/** Lowers one flow to states; a flow that is not there has only its error state. */
export function compileFlow({ set, flow: id, nodeTypes }: FlowToCompile): CompiledFlow {
  const flow = own(set.flows, id);
  const states: [StateId, State][] = builtIn(set, id);
  if (!flow) return { entry: errorState, variables: {}, states: Object.fromEntries(states) };
  const entry = startOf(flow);
  const contextOf = makeContexts({ set, id, flow, ways: drawWays(flow, entry, nodeTypes) });
  for (const [nodeId, node] of Object.entries(flow.nodes)) {
    const type = own(nodeTypes, node.type);
    const lowered = type ? lower(type, node, (data) => contextOf(nodeId, () => type.exits(data))) : lost;
    for (const [part, draft] of Object.entries(lowered)) states.push([part ? `${nodeId}/${part}` : nodeId, stateOf(nodeId, draft)]);
  }
  return { entry: entry ?? errorState, variables: variablesOf(flow), states: Object.fromEntries(states) };
}

/** Where a node leads that cannot be lowered. */
const lost: Record<string, StateDraft> = { '': { always: [{ to: errorState }] } };

type Data = Parameters<NodeType['compile']>[0];

function lower(type: NodeType, node: FlowNode, contextFor: (data: Data) => Parameters<NodeType['compile']>[1]): Record<string, StateDraft> {
  const parsed = type.schema.safeParse(node.data);
  if (!parsed.success) return lost;
  // A node type's schema describes JSON (see NodeType): what it parsed is the data its functions take.
  const data = parsed.data as Data;
  return type.compile(data, contextFor(data));
}

function stateOf(node: string, { entry = [], always = [], wait, on = {}, final, outcome, onError }: StateDraft): State {
  return { node, entry, always, ...(wait && { wait }), on, ...(final && { final }), ...(outcome && { outcome }), ...(onError && { onError }) };
}

/** Conversations begin at the start node; of several, the proof flags the others. */
function startOf(flow: Flow): string | undefined {
  return Object.keys(flow.nodes).filter((id) => flow.nodes[id]?.type === 'start').sort()[0];
}

/** A subflow that fails says nothing itself: its caller may know a way on, and at last the main flow says the error text. */
function builtIn(set: FlowSet, id: string): [StateId, State][] {
  const text = id === set.main ? `${id}:settings/errorText` : undefined;
  const entry: State['entry'] = text ? [{ type: 'send', message: { type: 'text', text: { text } } }] : [];
  return [
    [errorState, stateOf('', { entry, final: true, outcome: 'failed' })],
    [silenceState, stateOf('', { final: true, outcome: 'session' })],
  ];
}

function variablesOf(flow: Flow): Record<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const [, { name, type, initial, personal }] of inOrder(flow.variables)) {
    // Two of one name: the first counts, the proof flags the other.
    if (variables.has(name)) continue;
    variables.set(name, { type, initial: initial !== undefined && fits(type, initial) ? initial : zeroOf(type), ...(personal && { personal }) });
  }
  return Object.fromEntries(variables);
}
