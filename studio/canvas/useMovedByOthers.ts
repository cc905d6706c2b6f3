import { useEffect, useState } from 'react';
import { useDesigner } from '../store/designerContext.ts';
import { useOthers } from '../store/others.ts';

type Places = Readonly<Record<string, { x: number; y: number }>>;
const none: Places = {};
/** After a drop the card stays where it was let go until the edit itself has come. */
const dropMs = 1_000;

/** Where cards are while others drag them; a drop is held until its edit is here. */
export function useMovedByOthers(): Places {
  const { flowId } = useDesigner();
  const moving = useOthers((state) => state.moving[flowId]) ?? none;
  const [held, setHeld] = useState(none);
  if (moving !== none && held !== moving) setHeld(moving);
  useEffect(() => {
    if (moving !== none) return undefined;
    const timer = setTimeout(() => setHeld(none), dropMs);
    return () => clearTimeout(timer);
  }, [moving]);
  return moving === none ? held : moving;
}
