import { cardSizes } from '@parley/shared/layout/cardSizes';
import { useNodesInitialized, useReactFlow, useStoreApi } from 'reactflow';
import type { ReactFlowInstance } from 'reactflow';
import { useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { startOf } from '../commands/edits/reading.ts';
import { rectOf, rectsOf } from '../commands/edits/things.ts';
import { useDesigner } from '../store/designerContext.ts';
import { toastError } from '../ui/toast.tsx';
import { CanvasLink } from './CanvasLink.ts';
import { firstLook, readable } from './firstLook.ts';
import type { Rect } from './geometry.ts';
import type { CanvasEdge, CanvasNode } from './graph.ts';
import { glide } from './glide.ts';
import { smallestPan, within } from './smallestPan.ts';
import { tidyFlow } from './tidyFlow.ts';
import { useKeepInView } from './useKeepInView.ts';

/** Shows the whole drawing; one too large to be read is shown from its start on. */
function lookAt(flow: ReactFlowInstance<CanvasNode, CanvasEdge>, start: string | undefined, box: DOMRect | undefined): void {
  const cards = flow.getNodes();
  const first = (start === undefined ? undefined : flow.getNode(start)) ?? cards[0];
  const view = box && first && firstLook(rectOfNode(first), cards.map(rectOfNode), box);
  if (view) void flow.setViewport(view);
  // The room around it is given up before its words are.
  else void flow.fitView({ padding: 0.09, minZoom: readable, maxZoom: 1 });
}

const rectOfNode = ({ position, width = 0, height = 0 }: CanvasNode): Rect => ({ ...position, width, height });

/** Hands out what the canvas can do for commands, panels and keys, while it is on the screen. */
export function useCanvasHandle(nodes: readonly CanvasNode[]): void {
  const { t } = useTranslation();
  const { ui, store, flowId, proof } = useDesigner();
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const internals = useStoreApi();
  // Canvases that are looked at together are shown together by whoever linked them.
  const linked = useContext(CanvasLink) !== undefined;
  const latest = useRef(nodes);
  useEffect(() => { latest.current = nodes; }, [nodes]);
  const pointer = useRef<{ x: number; y: number }>(undefined);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent): void => { pointer.current = { x: clientX, y: clientY }; };
    globalThis.addEventListener('pointermove', follow, { passive: true });
    return () => globalThis.removeEventListener('pointermove', follow);
  }, []);
  useKeepInView(nodes);
  const measured = useNodesInitialized();
  const known = proof.state((state) => state.known);
  const fitted = useRef<'no' | 'drawn' | 'proven'>('no');
  /** As the first look left it: once somebody moved, the view is theirs. */
  const left = useRef<{ x: number; y: number; zoom: number }>(undefined);
  useEffect(() => {
    // Once when the cards have their cardSizes, once more when the issues below have taken their room; then the view is the person's.
    if (!measured || fitted.current === 'proven') return undefined;
    const again = fitted.current === 'drawn';
    fitted.current = known ? 'proven' : 'drawn';
    const frame = requestAnimationFrame(() => {
      const now = flow.getViewport();
      const moved = again && left.current !== undefined && (now.x !== left.current.x || now.y !== left.current.y || now.zoom !== left.current.zoom);
      const { selection, canvas } = ui.getState();
      if (linked) return;
      // Somebody comes here to see a certain card, e.g. from another flow.
      if (!again && selection.length > 0) canvas?.reveal(selection, true);
      if (moved || selection.length > 0) return;
      lookAt(flow, startOf(store.getState().flow), internals.getState().domNode?.getBoundingClientRect());
      // Showing everything takes effect with the next frame.
      requestAnimationFrame(() => requestAnimationFrame(() => { left.current = flow.getViewport(); }));
    });
    return () => cancelAnimationFrame(frame);
  }, [measured, known, flow, store, ui, internals, linked]);
  useEffect(() => {
    const box = (): DOMRect | undefined => internals.getState().domNode?.getBoundingClientRect();
    const drawnSize = (id: string): { width: number; height: number } | undefined => {
      const node = latest.current.find((one) => one.id === id);
      return node && { width: node.width ?? cardSizes.width, height: node.height ?? 100 };
    };
    ui.setState({
      canvas: {
        zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, glide()),
        zoomTo: (zoom) => void flow.zoomTo(zoom, glide()),
        fit: () => void flow.fitView({ padding: 0.12, maxZoom: 1, ...glide() }),
        reveal: (ids, near = false) => {
          // After the new card is in the document and drawn.
          requestAnimationFrame(() => {
            const seen = box();
            const rects = rectsOf(store.getState().flow, ids, drawnSize);
            const [first] = rects;
            if (!seen || !first) return;
            const { x, y, zoom } = flow.getViewport();
            if (zoom < 0.6) {
              // From far away: nearer, where somebody wants to read or would have to look for it.
              if (near || !within({ x, y, zoom }, rects, seen)) void flow.setCenter(first.x + first.width / 2, first.y + first.height / 2, { zoom: near ? 0.85 : 0.6, ...glide() });
              return;
            }
            const by = smallestPan({ x, y, zoom }, rects, seen);
            if (by.x !== 0 || by.y !== 0) void flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, glide());
          });
        },
        revealPlace: ({ x, y }) => void flow.setCenter(x + cardSizes.width / 2, y + cardSizes.header, { zoom: Math.max(0.6, flow.getZoom()), ...glide() }),
        middle: () => {
          const seen = box();
          return flow.screenToFlowPosition({ x: (seen?.x ?? 0) + (seen?.width ?? 0) / 2, y: (seen?.y ?? 0) + (seen?.height ?? 0) / 2 });
        },
        sizeOf: drawnSize,
        pointer: () => {
          const seen = box();
          const at = pointer.current;
          if (!seen || !at || at.x < seen.x || at.y < seen.y || at.x > seen.right || at.y > seen.bottom) return undefined;
          return flow.screenToFlowPosition(at);
        },
        screenOf: (id) => {
          const rect = rectOf(store.getState().flow, id, drawnSize);
          return rect && flow.flowToScreenPosition({ x: rect.x + rect.width, y: rect.y + cardSizes.header });
        },
        lookAt: ({ x, y }) => void flow.setCenter(x, y, { zoom: Math.max(flow.getZoom(), 0.6), ...glide() }),
        tidy: async (only) => {
          const tidied = await tidyFlow({ store, nodes: latest.current, only });
          if (!tidied) toastError(t('canvas.tidyFailed'));
          else if (!only) requestAnimationFrame(() => void flow.fitView({ padding: 0.12, maxZoom: 1, ...glide() }));
        },
        focus: () => {
          const frame = internals.getState().domNode?.closest('[data-panel="canvas"]');
          if (frame instanceof HTMLElement) frame.focus({ preventScroll: true });
        },
      },
    });
    return () => ui.setState({ canvas: undefined });
  }, [ui, store, flow, internals, t, flowId]);
}
