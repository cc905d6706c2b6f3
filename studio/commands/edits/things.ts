import type { Flow } from '@parley/shared/flow/document';
import { cardSizes, frameRoom } from '@parley/shared/layout/cardSizes';
import type { Point, Rect } from '../../canvas/geometry.ts';

/** Tells how large a card is drawn; undefined for one that is not drawn yet. */
export type SizeOf = (id: string) => { width: number; height: number } | undefined;

/** A card, note or frame with where it stands. */
export interface Placed extends Rect {
  id: string;
}

/** About how high a card is of which nothing is known. */
const usual = 120;

/** A card, note or frame of a drawing by its id. */
export function thingAt(flow: Flow, id: string): Point | undefined {
  return flow.nodes[id] ?? flow.notes[id] ?? flow.frames?.[id];
}

/** How many of these are nodes, notes and frames; what is gone is not counted. */
export function countKinds({ nodes, notes, frames = {} }: Flow, ids: readonly string[]): Record<'nodes' | 'notes' | 'frames', number> {
  const of = (all: Record<string, unknown>): number => ids.filter((id) => Object.hasOwn(all, id)).length;
  return { nodes: of(nodes), notes: of(notes), frames: of(frames) };
}

/** Where a card, note or frame stands and how large it is; undefined when it is gone. */
export function rectOf(flow: Flow, id: string, sizeOf: SizeOf = () => undefined): Placed | undefined {
  const node = flow.nodes[id];
  if (node) return { id, x: node.x, y: node.y, ...(sizeOf(id) ?? { width: cardSizes.width, height: usual }) };
  const area = flow.notes[id] ?? flow.frames?.[id];
  return area && { id, x: area.x, y: area.y, width: area.width, height: area.height };
}

/** The places of those ids that are still there. */
export function rectsOf(flow: Flow, ids: readonly string[], sizeOf?: SizeOf): Placed[] {
  return ids.flatMap((id) => rectOf(flow, id, sizeOf) ?? []);
}

/** What stands in a frame: cards and notes whose middle is in it, and frames that are in it whole. */
export function insideOf(flow: Flow, frame: string, sizeOf?: SizeOf): string[] {
  const around = flow.frames?.[frame];
  if (!around) return [];
  const has = ({ x, y }: Point): boolean => x >= around.x && y >= around.y && x <= around.x + around.width && y <= around.y + around.height;
  const things = rectsOf(flow, [...Object.keys(flow.nodes), ...Object.keys(flow.notes)], sizeOf).filter(({ x, y, width, height }) => has({ x: x + width / 2, y: y + height / 2 }));
  const frames = Object.entries(flow.frames ?? {}).filter(([id, { x, y, width, height }]) => id !== frame && has({ x, y }) && has({ x: x + width, y: y + height }));
  return [...things.map(({ id }) => id), ...frames.map(([id]) => id)];
}

/** These and what stands in those of them that are frames, each once. */
export function withInsides(flow: Flow, ids: readonly string[], sizeOf?: SizeOf): string[] {
  return [...new Set([...ids, ...ids.flatMap((id) => insideOf(flow, id, sizeOf))])];
}

/** Puts things to new places; a frame takes along what stands in it, unless that has a place of its own. */
export function moveTo(flow: Flow, places: ReadonlyMap<string, Point>, sizeOf?: SizeOf): void {
  const all = new Map(places);
  for (const [id, place] of places) {
    const frame = flow.frames?.[id];
    if (!frame) continue;
    for (const inside of insideOf(flow, id, sizeOf)) {
      const thing = thingAt(flow, inside);
      if (thing && !all.has(inside)) all.set(inside, { x: thing.x + place.x - frame.x, y: thing.y + place.y - frame.y });
    }
  }
  for (const [id, { x, y }] of all) {
    const thing = thingAt(flow, id);
    if (thing) Object.assign(thing, { x: Math.round(x), y: Math.round(y) });
  }
}

/** A frame's place around something: with room, and within the sizes a frame may have. */
export function withRoom({ x, y, width, height }: Rect): Rect {
  const { around } = frameRoom;
  const size = (inside: number, least: number): number => Math.min(20_000, Math.max(least, Math.round(inside + 2 * around)));
  return { x: Math.round(x - around), y: Math.round(y - around), width: size(width, 80), height: size(height, 60) };
}
