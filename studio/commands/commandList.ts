import type { FlowNode } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import i18next from 'i18next';
import { titleOf } from '../store/cardOf.ts';
import { add, addNote, duplicateSelection, redo, removeSelection, select, selected, testFromHere, undo } from './actions.ts';
import type { Desk } from './actions.ts';
import { copyByMenu, pasteByMenu } from './clipboard.ts';
import { openAddMenu, startConnecting } from './canvasKeys.ts';

/** One thing that can be done, as the command palette lists it. */
export interface Command {
  id: string;
  group: 'goTo' | 'add' | 'do';
  text: string;
  /** More words to find it by, and where it is. */
  hint: string;
  /** Name of the node type whose glyph stands before it. */
  icon?: string;
  keys?: string;
  /** Why it cannot run now; undefined = it can. */
  why?: string | undefined;
  run: () => void;
}

const t = (key: string, options?: Record<string, unknown>): string => i18next.t(key, options ?? {});

/** Everything that can be done in the designer as it stands. */
export function commandList(desk: Desk, flowNames: Readonly<Record<string, string>>): Command[] {
  return [...places(desk, flowNames), ...(desk.editable ? additions(desk, desk.nodeTypes) : []), ...deeds(desk)];
}

function places(desk: Desk, flowNames: Readonly<Record<string, string>>): Command[] {
  const { store, nodeTypes, ui, flowId, openFlow, book } = desk;
  const nodes = Object.entries(store.getState().flow.nodes).map(([id, node]): Command => ({
    id: `node:${id}`, group: 'goTo', text: titleOf(node, nodeTypes[node.type]), hint: node.title ? [nodeTypes[node.type]?.label ?? '', saidBy(node, nodeTypes)].filter(Boolean).join(' · ') : saidBy(node, nodeTypes), icon: node.type,
    run: () => { select(desk, [id], { reveal: 'near' }); ui.getState().canvas?.focus(); },
  }));
  const flows = Object.entries(flowNames).filter(([id]) => id !== flowId).map(([id, name]): Command => ({ id: `flow:${id}`, group: 'goTo', text: id === book.main ? t('designer.mainFlow') : name, hint: t('command.flow'), run: () => openFlow(id) }));
  const panel = (flowTab: 'settings' | 'variables', key: string): Command => ({ id: flowTab, group: 'goTo', text: t(key), hint: t('command.panel'), run: () => { ui.setState({ selection: [], edge: undefined, flowTab, column: 'inspector' }); } });
  return [...nodes, ...flows, panel('variables', 'flow.variables'), panel('settings', 'flow.settings')];
}

/** What people read of a node, so that it is found by its words. */
function saidBy(node: FlowNode, nodeTypes: NodeTypes): string {
  return nodeTypes[node.type]?.summary(node.data) ?? '';
}

function additions(desk: Desk, nodeTypes: NodeTypes): Command[] {
  const types = Object.values(nodeTypes).filter(({ type }) => type !== 'start').map(({ type, label, doc }): Command => ({
    id: `add:${type}`, group: 'add', text: label, hint: doc, icon: type, run: () => { add(desk, { type }); desk.ui.getState().canvas?.focus(); },
  }));
  return [...types, { id: 'add:note', group: 'add', text: t('canvas.note'), hint: t('canvas.noteHelp'), run: () => addNote(desk) }];
}

function deeds(desk: Desk): Command[] {
  const { ui, store, editable } = desk;
  const { canvas, selection, outline, simulator, view } = ui.getState();
  const { undo: back, redo: forth } = store.getState();
  const needsNode = selected(desk) ? undefined : t('command.needsNode');
  const needsThing = selection.length > 0 ? undefined : t('command.needsNode');
  const needsEditing = editable ? undefined : t('designer.readOnly');
  const all: (Command & { edits?: boolean })[] = [
    { id: 'undo', group: 'do', text: back.at(-1) ? t('canvas.undo', { gesture: back.at(-1)?.gesture }) : t('common.undo'), hint: '', keys: 'Ctrl Z', why: back.length > 0 ? undefined : t('canvas.nothingToUndo'), edits: true, run: () => undo(desk) },
    { id: 'redo', group: 'do', text: forth.at(-1) ? t('canvas.redo', { gesture: forth.at(-1)?.gesture }) : t('command.redo'), hint: '', keys: 'Ctrl Shift Z', why: forth.length > 0 ? undefined : t('canvas.nothingToRedo'), edits: true, run: () => redo(desk) },
    { id: 'connect', group: 'do', text: t('command.connect'), hint: '', keys: 'C', why: needsNode, edits: true, run: () => { startConnecting(desk); canvas?.focus(); } },
    { id: 'addAfter', group: 'do', text: t('command.addAfter'), hint: '', keys: 'A', why: needsNode, edits: true, run: () => openAddMenu(desk) },
    { id: 'rename', group: 'do', text: t('common.rename'), hint: '', keys: 'F2', why: needsNode, edits: true, run: () => ui.setState({ renaming: selected(desk) }) },
    { id: 'duplicate', group: 'do', text: t('inspector.duplicate'), hint: '', keys: 'Ctrl D', why: needsNode, edits: true, run: () => duplicateSelection(desk) },
    { id: 'copy', group: 'do', text: t('command.copy'), hint: '', keys: 'Ctrl C', why: needsThing, run: () => void copyByMenu(desk) },
    { id: 'paste', group: 'do', text: t('command.paste'), hint: '', keys: 'Ctrl V', edits: true, run: () => void pasteByMenu(desk) },
    { id: 'remove', group: 'do', text: t('command.remove'), hint: '', keys: 'Del', why: needsThing, edits: true, run: () => removeSelection(desk) },
    { id: 'tidy', group: 'do', text: t('canvas.tidy'), hint: '', edits: true, run: () => void canvas?.tidy() },
    { id: 'fit', group: 'do', text: t('canvas.fitShort'), hint: '', keys: '0', run: () => canvas?.fit() },
    { id: 'outline', group: 'do', text: t(outline ? 'command.hideOutline' : 'command.showOutline'), hint: '', keys: 'O', run: () => ui.setState({ outline: !outline }) },
    { id: 'simulator', group: 'do', text: t(simulator ? 'command.hideSimulator' : 'command.showSimulator'), hint: '', run: () => ui.setState({ simulator: !simulator, column: 'simulator' }) },
    { id: 'testFrom', group: 'do', text: t('sim.from.test'), hint: '', keys: 'T', why: needsNode, run: () => testFromHere(desk) },
    { id: 'code', group: 'do', text: t(view === 'code' ? 'command.hideCode' : 'command.showCode'), hint: '', run: () => ui.setState({ view: view === 'code' ? 'design' : 'code' }) },
    { id: 'keys', group: 'do', text: t('command.keys'), hint: '', keys: '?', run: () => ui.setState({ shortcuts: true }) },
  ];
  return all.map(({ edits, ...command }) => ({ ...command, why: edits ? needsEditing ?? command.why : command.why }));
}
