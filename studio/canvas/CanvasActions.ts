import { createContext } from 'react';
import type { Point, Rect } from './geometry.ts';

/** What edges need of the canvas around them. */
export interface CanvasActionsValue {
  /** Where cards stand, as of the last drop: back edges go around them. */
  obstacles: readonly Rect[];
  /** Which of several ways back an edge takes beside one another, by edge; 0 where it is not named. */
  slots: ReadonlyMap<string, number>;
  /** Offers what can be put into an edge, at a point of the screen. */
  addOnEdge: (edge: string, screen: Point) => void;
}

export const CanvasActions = createContext<CanvasActionsValue>({ obstacles: [], slots: new Map(), addOnEdge: () => undefined });
