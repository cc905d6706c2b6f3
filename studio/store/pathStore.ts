import { create } from 'zustand';
import type { StoreApi, UseBoundStore } from 'zustand';

/** The path of a conversation on the canvas: what was taken, and where it waits. Ids of the flow they are in. */
export interface PathState {
  /** `<flow>/<edge id>` of the edges that were taken. */
  edges: ReadonlySet<string>;
  /** `<flow>/<node id>` of the nodes that were entered. */
  nodes: ReadonlySet<string>;
  here: { flow: string; node: string } | undefined;
  /** An effect of this node is under way. */
  running: { flow: string; node: string; since: number } | undefined;
  failed: { flow: string; node: string } | undefined;
}

export type PathStore = UseBoundStore<StoreApi<PathState>>;

/** No path: nothing is lit. */
export const noPath: PathState = { edges: new Set(), nodes: new Set(), here: undefined, running: undefined, failed: undefined };

/** Makes the store of the lit path. */
export function createPathStore(): PathStore {
  return create<PathState>(() => noPath);
}
