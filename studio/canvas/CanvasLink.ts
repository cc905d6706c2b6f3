import type { Viewport } from 'reactflow';
import { createContext } from 'react';

/** Two canvases that are looked at together: where one goes, the other goes. */
export interface CanvasLinkValue {
  /** Tells the others where this canvas looks. */
  tell: (from: symbol, viewport: Viewport) => void;
  /** Follows the others; the last word is heard at once. Returns how to stop. */
  follow: (me: symbol, go: (viewport: Viewport) => void) => () => void;
}

/** Undefined for a canvas that stands alone. */
export const CanvasLink = createContext<CanvasLinkValue | undefined>(undefined);

/** Links canvases; `apart` lets each move on its own while it runs, e.g. to a node that stands elsewhere on each. */
export function createCanvasLink(): CanvasLinkValue & { apart: (ms: number, run: () => void) => void; go: (viewport: Viewport) => void } {
  const followers = new Map<symbol, (viewport: Viewport) => void>();
  let last: Viewport | undefined;
  let apartUntil = 0;
  const tellAll = (viewport: Viewport, except?: symbol): void => {
    last = viewport;
    for (const [me, go] of followers) if (me !== except) go(viewport);
  };
  return {
    tell: (from, viewport) => {
      const known = last && Math.abs(last.x - viewport.x) < 0.5 && Math.abs(last.y - viewport.y) < 0.5 && Math.abs(last.zoom - viewport.zoom) < 0.001;
      if (!known && performance.now() >= apartUntil) tellAll(viewport, from);
    },
    follow: (me, go) => {
      followers.set(me, go);
      if (last) go(last);
      return () => { followers.delete(me); };
    },
    apart: (ms, run) => {
      apartUntil = performance.now() + ms;
      run();
    },
    go: (viewport) => tellAll(viewport),
  };
}
