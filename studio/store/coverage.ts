import { create } from 'zustand';
import type { StoreApi, UseBoundStore } from 'zustand';

/** What tests take of the drawing, painted on the canvas while they are looked at. Ids as `<flow>/<id>`; undefined = nothing is painted. */
export interface Coverage {
  nodes: ReadonlySet<string> | undefined;
  edges: ReadonlySet<string>;
}

export type CoverageStore = UseBoundStore<StoreApi<Coverage>>;

/** Nothing is painted. */
export const noCoverage: Coverage = { nodes: undefined, edges: new Set() };

/** The coverage that is painted now; one page shows one drawing. */
export const useCoverage: CoverageStore = create<Coverage>(() => noCoverage);
