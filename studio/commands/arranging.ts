import { boxAround } from '@parley/shared/layout/boxAround';
import { frameTones } from '@parley/shared/flow/document';
import { makeId } from '@parley/shared/lib/id';
import i18next from 'i18next';
import type { Point } from '../canvas/geometry.ts';
import { chosen, select, sizeOf, told } from './actions.ts';
import type { Desk } from './actions.ts';
import { align, distribute } from './edits/arrange.ts';
import type { Alignment, Spread } from './edits/arrange.ts';
import { insideOf, moveTo, rectsOf, thingAt, withRoom } from './edits/things.ts';
import type { Placed } from './edits/things.ts';

/** Brings what is chosen onto one line. */
export function alignSelection(desk: Desk, how: Alignment): void {
  place(desk, i18next.t(`arrange.gesture.${how}`, { count: chosen(desk).length }), align(outermost(desk), how));
}

/** Puts equal gaps between what is chosen. */
export function distributeSelection(desk: Desk, along: Spread): void {
  place(desk, i18next.t(`arrange.gesture.${along}`, { count: chosen(desk).length }), distribute(outermost(desk), along));
}

/** Tidies what is chosen where it stands; the whole drawing when fewer than two cards are. */
export async function tidySelection(desk: Desk): Promise<void> {
  const { flow } = desk.store.getState();
  const cards = chosen(desk).filter((id) => flow.nodes[id]);
  await desk.ui.getState().canvas?.tidy(cards.length > 1 ? cards : undefined);
}

/** Puts a frame around what is chosen, or on free ground where nothing is, and asks for its title. */
export function frameSelection(desk: Desk): void {
  const { store, ui, random } = desk;
  const ids = chosen(desk);
  const id = makeId(random);
  const middle = ui.getState().canvas?.middle() ?? { x: 0, y: 0 };
  const around = ids.length > 0 ? withRoom(boxAround(rectsOf(store.getState().flow, ids, sizeOf(desk)))) : { x: middle.x - 240, y: middle.y - 140, width: 480, height: 280 };
  const done = store.change(i18next.t('arrange.gesture.frame', { count: ids.length }), (flow) => {
    const frames = flow.frames ??= {};
    frames[id] = { title: '', tone: frameTones[Object.keys(frames).length % frameTones.length] ?? 'ends', ...around };
  });
  if (!told(done)) return;
  select(desk, [id], { reveal: true });
  ui.setState({ renaming: id });
}

/** Chooses what stands in a frame. */
export function selectInside(desk: Desk, frame: string): void {
  select(desk, insideOf(desk.store.getState().flow, frame, sizeOf(desk)), { reveal: true });
}

/** What is chosen without what moves along because its frame is chosen, too. */
function outermost(desk: Desk): Placed[] {
  const { flow } = desk.store.getState();
  const ids = chosen(desk);
  const inside = new Set(ids.flatMap((id) => insideOf(flow, id, sizeOf(desk))));
  return rectsOf(flow, ids.filter((id) => !inside.has(id)), sizeOf(desk));
}

function place(desk: Desk, gesture: string, places: ReadonlyMap<string, Point>): void {
  const { flow } = desk.store.getState();
  const moved = new Map([...places].filter(([id, { x, y }]) => { const thing = thingAt(flow, id); return thing && (thing.x !== x || thing.y !== y); }));
  if (moved.size > 0) told(desk.store.change(gesture, (draft) => moveTo(draft, moved, sizeOf(desk))));
}
