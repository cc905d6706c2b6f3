import { useOnViewportChange, useReactFlow, useStoreApi } from 'reactflow';
import type { Viewport } from 'reactflow';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useDesigner } from '../store/designerContext.ts';
import { useOthers } from '../store/others.ts';

/** Lets others see what this person does on the canvas: where the pointer is, what is chosen, what is looked at. */
export function usePointing(frame: RefObject<HTMLElement | null>): void {
  const { pointing, ui, flowId } = useDesigner();
  const { screenToFlowPosition, getViewport } = useReactFlow();
  const internals = useStoreApi();

  useEffect(() => {
    pointing.inFlow(flowId);
    pointing.now({ chosen: ui.getState().selection });
    return ui.subscribe(({ selection }, before) => { if (selection !== before.selection) pointing.now({ chosen: selection }); });
  }, [pointing, ui, flowId]);

  const seen = ({ x, y, zoom }: Viewport): void => {
    // Known without asking the browser, which would lay the page out in every frame of a pan.
    const { width, height } = internals.getState();
    if (width > 0) pointing.now({ seen: { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom, zoom } });
  };
  useOnViewportChange({ onChange: seen });

  useEffect(() => {
    const area = frame.current;
    if (!area) return undefined;
    const moved = ({ clientX, clientY, pointerType }: PointerEvent): void => {
      // Where it is on the canvas is measured for others only: a drag of many cards has no time to give away.
      if (pointerType !== 'touch' && useOthers.getState().people.length > 0) pointing.now({ at: round(screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false })) });
    };
    const away = (): void => pointing.now({ at: null });
    const hidden = (): void => { if (document.hidden) away(); };
    seen(getViewport());
    area.addEventListener('pointermove', moved, { passive: true });
    area.addEventListener('pointerleave', away);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      away();
      area.removeEventListener('pointermove', moved);
      area.removeEventListener('pointerleave', away);
      document.removeEventListener('visibilitychange', hidden);
    };
    // What is looked at is told by its own change.
    // eslint-disable-next-line react/exhaustive-deps
  }, [pointing, frame, screenToFlowPosition, getViewport, flowId]);
}

function round({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
