import i18next from 'i18next';
import type { Changed } from '../store/flowStore.ts';
import type { DesignerContext } from '../store/designerContext.ts';
import { toastError } from '../ui/toast.tsx';
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

/** Takes my latest gesture back. */
export function undo({ store }: Pick<Desk, 'store'>): void {
  said(store.undo());
}

/** Makes it again. */
export function redo({ store }: Pick<Desk, 'store'>): void {
  said(store.redo());
}

function said(outcome: { gesture: string } | { refusedAt: string[] } | undefined): void {
  if (outcome && 'refusedAt' in outcome) toastError(i18next.t('undo.refused', { where: outcome.refusedAt.join(' › ') }));
}

/** Says why a change could not be made; true when it was. */
export function told(changed: Changed): boolean {
  if (changed.ok) return true;
  toastError(changed.problems[0]?.message ?? i18next.t('page.failed'));
  return false;
}
