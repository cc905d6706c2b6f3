import i18next from 'i18next';
import type { Changed } from '../store/flowStore.ts';
import type { DesignerContext } from '../store/designerContext.ts';
import { sentenceOf } from '../api/ApiFailure.ts';
import { subflowDoor } from '../api/flows.ts';
import { takeBack } from '../store/takeBack.ts';
import type { Direction } from '../store/takeBack.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { thingAt } from './edits/things.ts';
import type { SizeOf } from './edits/things.ts';

/** What the designer's actions work on. */
export type Desk = DesignerContext;

/** Chooses cards, notes or frames, and brings them into view where wanted. */
export function select({ ui }: Desk, ids: readonly string[], { reveal = false }: { reveal?: boolean | 'near' } = {}): void {
  ui.setState({ selection: [...ids], edge: undefined });
  if (reveal && ids.length > 0) ui.getState().canvas?.reveal(ids, reveal === 'near');
}

/** The node last chosen. */
export function selected({ ui, store }: Desk): string | undefined {
  return ui.getState().selection.findLast((id) => store.getState().flow.nodes[id] !== undefined);
}

/** All that is chosen and still there: cards, notes and frames. */
export function chosen({ ui, store }: Desk): string[] {
  const { flow } = store.getState();
  return ui.getState().selection.filter((id) => thingAt(flow, id) !== undefined);
}

/** How large cards are drawn, as far as the canvas is on the screen. */
export function sizeOf({ ui }: Desk): SizeOf {
  return (id) => ui.getState().canvas?.sizeOf(id);
}

/** Begins a conversation in the simulator at the chosen node. */
export function testFromHere(desk: Desk): void {
  const { ui, flowId } = desk;
  const node = selected(desk);
  if (node) ui.setState({ simulator: true, column: 'simulator', view: 'design', simulate: { wish: 'from', place: { flow: flowId, node } } });
}

/** Takes my latest gesture back, in every flow it reached; or the one of a joint. */
export function undo(desk: Pick<Desk, 'store' | 'book'>, joint?: string): void {
  void again(desk, 'undo', joint);
}

/** Makes it again. */
export function redo(desk: Pick<Desk, 'store' | 'book'>, joint?: string): void {
  void again(desk, 'redo', joint);
}

async function again({ store, book }: Pick<Desk, 'store' | 'book'>, direction: Direction, joint: string | undefined): Promise<void> {
  const { here, kept, stayed, failure } = await takeBack({ book, door: subflowDoor, store, ...(joint !== undefined && { joint }) }, direction);
  if (here && 'refusedAt' in here) toastError(i18next.t(`undo.refused_${direction}`, { where: here.refusedAt.join(' › ') }));
  if (kept.length > 0) toastError(i18next.t('undo.kept', { flows: kept.join(', ') }));
  if (stayed.length > 0) toast(i18next.t('undo.stayed', { flows: stayed.join(', ') }));
  if (failure !== undefined) toastError(i18next.t('undo.failed', { why: sentenceOf(failure) }));
}

/** Says why a change could not be made; true when it was. */
export function told(changed: Changed): boolean {
  if (changed.ok) return true;
  toastError(changed.problems[0]?.message ?? i18next.t('page.failed'));
  return false;
}
