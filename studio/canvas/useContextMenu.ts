import { useMemo, useRef } from 'react';
import type { MouseEvent, PointerEvent, TouchEvent } from 'react';
import { useDesigner } from '../store/designerContext.ts';

const longMs = 500;
const still = 8;

interface Handlers {
  onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
  onTouchEndCapture: (event: TouchEvent<HTMLElement>) => void;
}

/** Opens the menu of a place: by the right button, by the menu key, and by a finger that rests, which not every browser tells of. */
export function useContextMenu(): Handlers {
  const { ui, store } = useDesigner();
  const rested = useRef(false);
  const rest = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined);
  return useMemo(() => {
    const open = (target: EventTarget | null, at: { x: number; y: number }): void => {
      const thing = target instanceof Element ? target.closest('[data-node], [data-frame-title], .react-flow__node')?.closest('.react-flow__node')?.getAttribute('data-id') : undefined;
      const { selection } = ui.getState();
      const { nodes, notes, frames } = store.getState().flow;
      const known = thing && (nodes[thing] ?? notes[thing] ?? frames?.[thing]) ? thing : undefined;
      ui.setState({ menu: at, edge: undefined, adding: undefined, ...(known === undefined ? { selection: [] } : selection.includes(known) ? {} : { selection: [known] }) });
    };
    const stop = (): void => { clearTimeout(rest.current?.timer); rest.current = undefined; };
    return {
      onContextMenu: (event) => {
        if (event.target instanceof Element && event.target.closest('input, textarea')) return;
        event.preventDefault();
        stop();
        if (ui.getState().menu) return;
        // By key there is no place: the chosen card's, else the middle of the canvas.
        const byKey = event.clientX === 0 && event.clientY === 0 || event.button !== 2 && event.nativeEvent instanceof globalThis.PointerEvent && event.nativeEvent.pointerType === '';
        const [last] = ui.getState().selection.slice(-1);
        const box = event.currentTarget.getBoundingClientRect();
        if (byKey) ui.setState({ menu: (last === undefined ? undefined : ui.getState().canvas?.screenOf(last)) ?? { x: box.x + box.width / 2, y: box.y + box.height / 2 } });
        else open(event.target, { x: event.clientX, y: event.clientY });
      },
      onPointerDown: (event) => {
        stop();
        rested.current = false;
        if (event.pointerType !== 'touch' || !event.isPrimary) return;
        const { target, clientX: x, clientY: y } = event;
        rest.current = { x, y, timer: setTimeout(() => { rest.current = undefined; rested.current = true; open(target, { x, y }); }, longMs) };
      },
      onPointerMove: ({ clientX, clientY }) => { if (rest.current && Math.hypot(clientX - rest.current.x, clientY - rest.current.y) > still) stop(); },
      onPointerUp: stop,
      onPointerCancel: stop,
      // Lifting the finger is no click: one beside the menu would close it.
      onTouchEndCapture: (event) => { if (rested.current) event.preventDefault(); },
    };
  }, [ui, store]);
}
