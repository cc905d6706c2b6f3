import { useStore, useStoreApi } from 'reactflow';
import { useEffect } from 'react';
import type { RefObject } from 'react';

/** While several are chosen, a tap adds to what is chosen or takes away from it, as a click with Shift does. */
export function useSeveral(several: boolean, frame: RefObject<HTMLElement | null>): void {
  const internals = useStoreApi();
  // React Flow turns it off whenever one of its keys is let go.
  const active = useStore(({ multiSelectionActive }) => multiSelectionActive);
  useEffect(() => {
    if (several && !active) internals.setState({ multiSelectionActive: true });
  }, [several, active, internals]);
  useEffect(() => (several ? () => internals.setState({ multiSelectionActive: false }) : undefined), [several, internals]);
  // React Flow remembers keys by their going down and up; one let go where this page does not hear it would stay down, and every click would add.
  // The pointer itself tells what is held.
  useEffect(() => {
    const ground = frame.current;
    const pressed = ({ shiftKey, ctrlKey, metaKey }: PointerEvent): void => {
      const adds = several || shiftKey || ctrlKey || metaKey;
      if (internals.getState().multiSelectionActive !== adds) internals.setState({ multiSelectionActive: adds });
    };
    ground?.addEventListener('pointerdown', pressed, { capture: true });
    return () => ground?.removeEventListener('pointerdown', pressed, { capture: true });
  }, [several, frame, internals]);
}
