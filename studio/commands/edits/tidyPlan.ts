import { boxAround } from '@parley/shared/layout/boxAround';
import type { Flow } from '@parley/shared/flow/document';
import type { CardPlaces, FramedCards } from '@parley/shared/layout/cards';
import { frameRoom } from '@parley/shared/layout/cardSizes';
import type { Point, Rect } from '../../canvas/geometry.ts';
import { homesOf } from './homes.ts';
import { insideOf, rectsOf, withRoom } from './things.ts';
import type { Placed, SizeOf } from './things.ts';

/** How near a note stands to the card it is about. */
const nearby = 120;

/** Between things that found no place beside the cards. */
const gap = 40;

/** What the layout is asked for, and what its answer means for everything that is drawn. */
export interface TidyPlan {
  ask: FramedCards;
  /** Where each card, note and frame that moves stands then, and how large it is. */
  settle: (places: CardPlaces) => ReadonlyMap<string, Rect>;
}

/** A card and the notes about it, which keep their places around it. */
interface Block extends Rect {
  id: string;
  things: Placed[];
}

/**
 * Plans to tidy all cards, or `only` some of them, whose upper left corner then stays where it was. A note goes with the card it
 * stands beside; a frame whose cards are all tidied is put around them anew; what belongs to no card moves only out of the way.
 */
export function planTidy({ flow, only, edges, sizeOf }: { flow: Flow; only?: readonly string[] | undefined; edges: FramedCards['edges']; sizeOf: SizeOf }): TidyPlan {
  const wanted = new Set(only ?? Object.keys(flow.nodes));
  const all = rectsOf(flow, Object.keys(flow.nodes), sizeOf);
  const homes = homesOf(flow, sizeOf);
  const filled = new Set(all.flatMap(({ id }) => homes.around(id)));
  const left = new Set(all.filter(({ id }) => !wanted.has(id)).flatMap(({ id }) => homes.around(id)));
  // Innermost first.
  const frames = homes.frames.filter((id) => filled.has(id) && !left.has(id));
  const kept = new Set(frames);
  const home = (id: string): string | undefined => homes.around(id).find((frame) => kept.has(frame));

  const cardOf = new Map(rectsOf(flow, Object.keys(flow.notes)).map((note) => [note.id, cardBeside(note, all, homes)]));
  const blocks = all.filter(({ id }) => wanted.has(id)).map((card): Block => {
    const things = [card, ...rectsOf(flow, [...cardOf].flatMap(([note, of]) => (of === card.id ? [note] : [])))];
    return { id: card.id, things, ...boxAround(things) };
  });
  const framed = (id: string): { frame?: string } => { const frame = home(id); return frame === undefined ? {} : { frame }; };
  return {
    ask: {
      nodes: blocks.map(({ id, width, height }) => ({ id, width, height, ...framed(id) })),
      edges: edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
      frames: frames.map((id) => ({ id, ...framed(id) })),
    },
    settle: (places) => {
      const placed = blocks.flatMap((block) => { const place = places[block.id]; return place ? [{ ...block, ...place }] : []; });
      if (placed.length === 0) return new Map();
      const by = difference(boxAround(placed), boxAround(blocks));
      const shift = only ? { x: -by.x, y: -by.y } : { x: 0, y: 0 };
      const moved = new Map<string, Rect>();
      for (const [at, { x, y }] of placed.entries()) {
        const block = blocks[at];
        for (const thing of block?.things ?? []) moved.set(thing.id, movedBy(thing, { x: x - (block?.x ?? 0) + shift.x, y: y - (block?.y ?? 0) + shift.y }));
      }
      for (const frame of frames) {
        const inside = [...moved].flatMap(([id, rect]) => (home(id) === frame ? [flow.frames?.[id] ? withTitle(rect) : rect] : []));
        if (inside.length > 0) moved.set(frame, withRoom(boxAround(inside)));
      }
      if (!only) for (const [id, rect] of outOfTheWay(flow, moved, by, sizeOf)) moved.set(id, rect);
      return moved;
    },
  };
}

/** The card a note is about: the nearest of its frame, or one close by where both stand in none. */
function cardBeside(note: Placed, cards: readonly Placed[], homes: ReturnType<typeof homesOf>): string | undefined {
  const [frame] = homes.around(note.id);
  const near = cards.filter(({ id }) => (frame === undefined ? homes.around(id).length === 0 : homes.around(id).includes(frame))).map((card) => ({ id: card.id, away: distance(note, card) }));
  const nearest = near.reduce<(typeof near)[number] | undefined>((best, one) => (best && best.away <= one.away ? best : one), undefined);
  return nearest && (frame !== undefined || nearest.away <= nearby) ? nearest.id : undefined;
}

/** Where what belongs to no card goes: along with what it stands beside or else the drawing's corner, or below where something would cover it. */
function outOfTheWay(flow: Flow, moved: ReadonlyMap<string, Rect>, by: Point, sizeOf: SizeOf): [string, Rect][] {
  const loose = rectsOf(flow, [...Object.keys(flow.frames ?? {}), ...Object.keys(flow.notes)]).filter(({ id }) => !moved.has(id));
  const insides = new Map(loose.filter(({ id }) => flow.frames?.[id]).map(({ id }) => [id, insideOf(flow, id, sizeOf)]));
  const roots = loose.filter(({ id }) => ![...insides].some(([frame, inside]) => frame !== id && inside.includes(id)));
  // Frames first: what stands beside one is about all of it.
  const before = rectsOf(flow, [...Object.keys(flow.frames ?? {}), ...Object.keys(flow.nodes)], sizeOf).filter(({ id }) => moved.has(id));
  const taken = [...moved].map(([id, rect]) => (flow.frames?.[id] ? withTitle(rect) : rect));
  const places = new Map<Placed, Rect>();
  for (const root of roots) {
    const beside = before.find((thing) => distance(thing, root) <= nearby);
    const to = beside && moved.get(beside.id);
    const along = movedBy(root, beside && to ? difference(to, beside) : by);
    if (taken.some((rect) => distance(rect, along) === 0)) continue;
    taken.push(along);
    places.set(root, along);
  }
  const box = boxAround(taken);
  let { x } = box;
  const y = box.y + box.height + gap + frameRoom.title;
  for (const root of roots.filter((each) => !places.has(each))) {
    places.set(root, { ...root, x, y });
    x += root.width + gap;
  }
  return [...places].flatMap(([root, at]) => {
    const inside = rectsOf(flow, (insides.get(root.id) ?? []).filter((id) => !moved.has(id)));
    return [root, ...inside].map((thing): [string, Rect] => [thing.id, movedBy(thing, difference(at, root))]);
  });
}

const difference = (one: Point, other: Point): Point => ({ x: one.x - other.x, y: one.y - other.y });

const movedBy = ({ x, y, width, height }: Rect, by: Point): Rect => ({ x: x + by.x, y: y + by.y, width, height });

const withTitle = ({ x, y, width, height }: Rect): Rect => ({ x, y: y - frameRoom.title, width, height: height + frameRoom.title });

/** How far two areas are from one another; 0 where they touch or cover one another. */
function distance(one: Rect, other: Rect): number {
  const across = Math.max(0, other.x - one.x - one.width, one.x - other.x - other.width);
  const down = Math.max(0, other.y - one.y - one.height, one.y - other.y - other.height);
  return Math.hypot(across, down);
}
