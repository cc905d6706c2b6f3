import type { Flow, FlowVariable } from '@parley/shared/flow/document';
import { walkFields } from '@parley/shared/nodes/walkFields';
import { useStore } from 'zustand';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { useFieldContext } from './fieldContext.ts';

/** The flow that the node of this form calls, if it calls one that exists. */
export function useCalledFlow(): Flow | undefined {
  const { book, nodeTypes } = useDesigner();
  const { owner } = useFieldContext();
  const flow = useFlow();
  const flows = useStore(book.flows);
  const node = flow.nodes[owner];
  const type = node && nodeTypes[node.type];
  const called = type && walkFields(type.schema, node.data).find(({ meta }) => meta.widget === 'subflow')?.value;
  return typeof called === 'string' ? flows[called]?.store.getState().flow : undefined;
}

/** What a called flow wants (`in`) or gives back (`out`), in its author's order. */
export function calledVariables(called: Flow | undefined, direction: 'in' | 'out'): [string, FlowVariable][] {
  return Object.entries(called?.variables ?? {}).filter(([, variable]) => variable.direction === direction).toSorted(([, a], [, b]) => a.order - b.order);
}
