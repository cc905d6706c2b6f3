import { chosen, redo, selected, testFromHere, undo } from '../actions.ts';
import type { Desk } from '../actions.ts';
import { openAddMenu, startConnecting } from '../canvasKeys.ts';
import { duplicateSelection, removeSelection } from '../changing.ts';
import { copyByMenu, cutByMenu, pasteByMenu } from '../clipboard.ts';
import { editedHere } from '../lastEdited.ts';
import { t } from './command.ts';
import type { Deed } from './command.ts';

/** Taking back, and what is done to what is chosen. */
export function editing(desk: Desk): Deed[] {
  const { ui, store } = desk;
  const { canvas } = ui.getState();
  const needsNode = selected(desk) ? undefined : t('command.needsNode');
  const needsThing = chosen(desk).length > 0 ? undefined : t('command.needsNode');
  const anywhere = ui.getState().view === 'translations';
  const [back, forth] = [editedHere(desk, true) ?? store, editedHere(desk, false) ?? store];
  const [last, next] = [back.getState().undo.at(-1)?.gesture, forth.getState().redo.at(-1)?.gesture];
  return [
    { id: 'undo', text: last ? t('canvas.undo', { gesture: last }) : t('common.undo'), keys: 'Ctrl Z', why: last ? undefined : t('canvas.nothingToUndo'), edits: true, anywhere, run: () => undo({ ...desk, store: back }) },
    { id: 'redo', text: next ? t('canvas.redo', { gesture: next }) : t('command.redo'), keys: 'Ctrl Shift Z', why: next ? undefined : t('canvas.nothingToRedo'), edits: true, anywhere, run: () => redo({ ...desk, store: forth }) },
    { id: 'connect', text: t('command.connect'), keys: 'C', why: needsNode, edits: true, run: () => { startConnecting(desk); canvas?.focus(); } },
    { id: 'addAfter', text: t('command.addAfter'), keys: 'A', why: needsNode, edits: true, run: () => openAddMenu(desk) },
    { id: 'testFrom', text: t('sim.from.test'), keys: 'T', why: needsNode, run: () => testFromHere(desk) },
    { id: 'rename', text: t('common.rename'), keys: 'F2', why: needsThing, edits: true, run: () => ui.setState({ renaming: chosen(desk).at(-1) }) },
    { id: 'duplicate', text: t('inspector.duplicate'), keys: 'Ctrl D', why: needsThing, edits: true, run: () => duplicateSelection(desk) },
    { id: 'cut', text: t('arrange.cut'), keys: 'Ctrl X', why: needsThing, edits: true, run: () => void cutByMenu(desk) },
    { id: 'copy', text: t('command.copy'), keys: 'Ctrl C', why: needsThing, run: () => void copyByMenu(desk) },
    { id: 'paste', text: t('command.paste'), keys: 'Ctrl V', edits: true, run: () => void pasteByMenu(desk) },
    { id: 'remove', text: t('command.remove'), keys: 'Del', why: needsThing, edits: true, run: () => removeSelection(desk) },
  ];
}
