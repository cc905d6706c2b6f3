import { fits, own } from '../expressions/fits.ts';
import { zeroOf } from '../expressions/zeroOf.ts';
import type { Flow, FlowSet } from '../flow/document.ts';
import type { CompiledFlow, State, StateId, Variable } from '../machine/machine.ts';
import { errorState, silenceState } from '../machine/machine.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { inOrder } from '../nodes/walkFields.ts';
import { drawWays } from './drawWays.ts';
import { lowerNodes, stateOf } from './lowerNodes.ts';

/** One flow of a set, with the node types that lower it. */
export interface FlowToCompile {
  set: FlowSet;
  flow: string;
  nodeTypes: NodeTypes;
}

/** Lowers one flow to states; a flow that is not there has only its error state. */
export function compileFlow({ set, flow: id, nodeTypes }: FlowToCompile): CompiledFlow {
  const flow = own(set.flows, id);
  const states: (readonly [StateId, State])[] = builtIn(set, id);
  if (!flow) return { entry: errorState, variables: {}, states: Object.fromEntries(states) };
  const entry = startOf(flow);
  const lower = lowerNodes({ set, id, flow, ways: drawWays(flow, entry, nodeTypes) }, nodeTypes);
  for (const [nodeId, node] of Object.entries(flow.nodes)) states.push(...lower(nodeId, node));
  return { entry: entry ?? errorState, variables: variablesOf(flow), states: Object.fromEntries(states) };
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
    const declared = initial !== undefined && fits(type, initial);
    variables.set(name, { type, initial: declared ? initial : zeroOf(type), ...(declared && { declared }), ...(personal && { personal }) });
  }
  return Object.fromEntries(variables);
}
