import { useOnViewportChange, useReactFlow } from 'reactflow';
import type { Viewport } from 'reactflow';
import { useCallback, useContext, useEffect, useState } from 'react';
import { CanvasLink } from './CanvasLink.ts';

/** Goes along with the canvases this one is linked to, and takes them along. */
export function useCanvasLink(): void {
  const link = useContext(CanvasLink);
  const { setViewport } = useReactFlow();
  const [me] = useState(() => Symbol('canvas'));
  const onChange = useCallback((viewport: Viewport) => link?.tell(me, viewport), [link, me]);
  useOnViewportChange({ onChange });
  useEffect(() => link?.follow(me, (viewport) => void setViewport(viewport)), [link, me, setViewport]);
}
