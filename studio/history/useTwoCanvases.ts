import type { Change } from '@parley/shared/api/releases';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Sides } from '../changes/readFields.ts';
import { createCanvasLink } from '../canvas/CanvasLink.ts';
import { createUiStore } from '../store/uiStore.ts';
import type { UiStore } from '../store/uiStore.ts';

/** The two canvases of a comparison: what is chosen in each, and what moves them together. */
export interface CanvasPair {
  before: UiStore;
  after: UiStore;
  link: ReturnType<typeof createCanvasLink>;
  /** Goes to what changed, on both canvases, and chooses it there. */
  show: (change: Change, sides: Sides, near: boolean) => void;
}

/** Longer than a canvas glides. */
const glideMs = 700;

/** Makes the pair; `onPick` hears the id of a node that was chosen on one of them. */
export function useTwoCanvases(onPick: (id: string) => void): CanvasPair {
  const [parts] = useState(() => ({ before: createUiStore(), after: createUiStore(), link: createCanvasLink() }));
  const pick = useRef(onPick);
  useEffect(() => { pick.current = onPick; });
  useEffect(() => {
    const stops = [parts.before, parts.after].map((ui, side) => ui.subscribe(({ selection }, before) => {
      const id = selection.at(-1);
      if (selection === before.selection || id === undefined) return;
      // What is chosen on one side is chosen on the other.
      const other = side === 0 ? parts.after : parts.before;
      if (other.getState().selection.at(-1) !== id) other.setState({ selection: [id], edge: undefined });
      pick.current(id);
    }));
    return () => { for (const stop of stops) stop(); };
  }, [parts]);
  return useMemo(() => ({ ...parts, show: (change, sides, near) => parts.link.apart(glideMs, () => {
    for (const [ui, flow] of [[parts.before, sides.before], [parts.after, sides.after]] as const) {
      if (!flow) continue;
      const edge = change.what === 'edge' ? flow.edges[change.id] : undefined;
      const id = change.what === 'translation' ? change.id.split('/')[1] ?? '' : change.id;
      const things = (edge ? [edge.from, edge.to] : [id]).filter((thing) => flow.nodes[thing] ?? flow.notes[thing]);
      ui.setState({ selection: edge ? [] : things, edge: edge && change.id });
      if (things.length > 0) ui.getState().canvas?.reveal(things, near);
      else if (sides.before && sides.after) goWhere(ui, flow === sides.before ? sides.after : sides.before, change);
    }
  }) }), [parts]);
}

/** On the side where it is not, the place where it is on the other. */
function goWhere(ui: UiStore, other: NonNullable<Sides['after']>, { what, id }: Change): void {
  const edge = what === 'edge' ? other.edges[id] : undefined;
  const thing = other.nodes[edge?.from ?? id] ?? other.notes[id];
  if (thing) ui.getState().canvas?.revealPlace(thing);
}
