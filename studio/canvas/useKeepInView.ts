import { cardSizes } from '@parley/shared/layout/cardSizes';
import { useReactFlow, useStoreApi } from 'reactflow';
import { useEffect, useRef } from 'react';
import { useDesigner, useUi } from '../store/designerContext.ts';
import type { CanvasEdge, CanvasNode } from './graph.ts';
import { within } from './smallestPan.ts';

/** Keeps the chosen card in view while it grows under typing, if it was in view before. */
export function useKeepInView(nodes: readonly CanvasNode[]): void {
  const { ui } = useDesigner();
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const internals = useStoreApi();
  const chosen = useUi(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const known = useRef<{ id: string; height: number }>(undefined);
  useEffect(() => {
    const node = chosen === undefined ? undefined : nodes.find(({ id }) => id === chosen);
    const before = known.current;
    known.current = node && { id: node.id, height: node.height ?? 0 };
    const seen = internals.getState().domNode?.getBoundingClientRect();
    if (!node || before?.id !== node.id || !seen || (node.height ?? 0) <= before.height) return;
    if (within(flow.getViewport(), [{ ...node.position, width: node.width ?? cardSizes.width, height: before.height }], seen)) ui.getState().canvas?.reveal([node.id]);
  }, [nodes, chosen, ui, flow, internals]);
}
