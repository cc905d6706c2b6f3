import { fieldsOf } from '@parley/shared/nodes/readNode';
import { trailTo } from '../store/uiStore.ts';
import type { Call } from '../store/uiStore.ts';
import { select, selected } from './actions.ts';
import type { Desk } from './actions.ts';

/** The node that is chosen and the flow it calls, if it calls one that is there. */
export function calledBy(desk: Desk): { node: string; flow: string } | undefined {
  const { store, nodeTypes, book } = desk;
  const node = selected(desk);
  const drawn = node === undefined ? undefined : store.getState().flow.nodes[node];
  const type = drawn && nodeTypes[drawn.type];
  if (!node || !type) return undefined;
  const flow = fieldsOf(type, drawn.data).find(({ meta, value }) => meta.widget === 'subflow' && typeof value === 'string' && book.flows.getState()[value])?.value;
  return typeof flow === 'string' ? { node, flow } : undefined;
}

/** Goes into the flow that the chosen node calls. */
export function enterCall(desk: Desk): void {
  const called = calledBy(desk);
  if (called) desk.openFlow(called.flow, called.node);
}

/** Goes back to the node that called this flow, or to an earlier call of the way here. */
export function leaveCall(desk: Desk, call: Call | undefined = trailTo(desk.ui.getState().trail, desk.flowId).at(-1)): void {
  if (!call) return;
  desk.openFlow(call.flow);
  select(desk, [call.node]);
}
