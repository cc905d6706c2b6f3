import { useCallback, useEffect, useRef } from 'react';

/** How near a line pulls, in screen pixels. */
const reach = 6;

/** Gives how far snapping reaches now: Ctrl or Cmd held down turns it off. */
export function useSnapping(): () => number {
  const free = useRef(false);
  useEffect(() => {
    const follow = ({ ctrlKey, metaKey }: PointerEvent): void => { free.current = ctrlKey || metaKey; };
    globalThis.addEventListener('pointermove', follow, { passive: true, capture: true });
    return () => globalThis.removeEventListener('pointermove', follow, { capture: true });
  }, []);
  return useCallback(() => (free.current ? 0 : reach), []);
}
