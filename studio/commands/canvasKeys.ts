import type { KeyboardEvent } from 'react';
import { drawingShown } from '../store/uiStore.ts';
import { select, selected, testFromHere } from './actions.ts';
import type { Desk } from './actions.ts';
import { addNote, lead } from './adding.ts';
import { alignSelection, distributeSelection, frameSelection, tidySelection } from './arranging.ts';
import { nudge, removeSelection } from './changing.ts';
import type { Alignment, Spread } from './edits/arrange.ts';
import { exitToAddAfter, startOf } from './edits/reading.ts';
import { enterCall, leaveCall } from './trail.ts';
import { walk } from './walk.ts';
import type { Direction } from './walk.ts';

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const nudges: Record<Direction, [number, number]> = { left: [-18, 0], right: [18, 0], up: [0, -18], down: [0, 18] };

/** With Alt and Shift, by the place of the key: Alt makes other letters on some keyboards. */
const alignKeys: Record<string, Alignment> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'top', ArrowDown: 'bottom', KeyC: 'centre', KeyM: 'middle' };
const spreadKeys: Record<string, Spread> = { KeyH: 'across', KeyV: 'down' };

/** The keys of the canvas: arrows walk, Alt+arrows move, C connects, A adds after, T tests from here, Enter opens, Del heals, F2 renames, with Alt and Shift they arrange. */
export function canvasKeys(desk: Desk, event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'preventDefault' | 'stopPropagation'> & { target: EventTarget | null }): void {
  const { ui, store, nodeTypes, editable } = desk;
  if (!drawingShown(ui.getState()) || (event.target instanceof HTMLElement && event.target.matches('input, textarea'))) return;
  const done = (): void => { event.preventDefault(); event.stopPropagation(); };
  if (event.ctrlKey || event.metaKey) {
    if (event.key === 'Enter') { done(); enterCall(desk); }
    if (event.key === 'Backspace') { done(); leaveCall(desk); }
    return;
  }
  const id = selected(desk);
  const [how, along] = event.altKey && event.shiftKey ? [alignKeys[event.code], spreadKeys[event.code]] : [];
  if (how ?? along) {
    done();
    if (editable && how) alignSelection(desk, how);
    if (editable && along) distributeSelection(desk, along);
    return;
  }
  const direction = arrows[event.key];
  if (direction) {
    done();
    if (event.altKey) {
      if (editable) nudge(desk, ...nudges[direction]);
      return;
    }
    const { flow } = store.getState();
    const next = id ? walk(flow, id, direction, nodeTypes) : startOf(flow) ?? Object.keys(flow.nodes)[0];
    if (next) select(desk, event.shiftKey && id ? [...ui.getState().selection.filter((other) => other !== next), next] : [next], { reveal: true });
    return;
  }
  const waiting = ui.getState().connecting;
  const placing = ui.getState().commenting === 'place';
  switch (event.key) {
    case 'Enter':
      done();
      if (placing) {
        const middle = ui.getState().canvas?.middle() ?? { x: 0, y: 0 };
        ui.setState({ view: 'comments', thread: undefined, commenting: id ? { node: id } : { x: Math.round(middle.x), y: Math.round(middle.y) } });
        return;
      }
      if (waiting && id) {
        ui.setState({ connecting: undefined });
        if (id) lead(desk, waiting.from, waiting.exit, id);
      } else if (id) ui.setState({ wish: { field: '' }, column: 'inspector' });
      else if (ui.getState().selection.length > 0) ui.setState({ wish: { field: '' }, column: 'inspector' });
      return;
    case 'Escape':
      if (placing) {
        done();
        ui.setState({ commenting: undefined });
        return;
      }
      if (waiting || ui.getState().selection.length > 0 || ui.getState().edge || ui.getState().several) done();
      ui.setState(waiting ? { connecting: undefined } : { selection: [], edge: undefined, several: false });
      return;
    case '+': case '=': done(); ui.getState().canvas?.zoomBy(1.2); return;
    case '-': done(); ui.getState().canvas?.zoomBy(1 / 1.2); return;
    case '0': done(); ui.getState().canvas?.fit(); return;
  }
  if (event.altKey) return;
  // While a target is chosen a letter is no command: whoever begins to type its name would else make notes and frames.
  if (waiting) {
    if (event.key.toLowerCase() === 'c') { done(); startConnecting(desk); }
    return;
  }
  if (event.key.toLowerCase() === 'm') { done(); ui.setState(({ several }) => ({ several: !several })); return; }
  if (event.key.toLowerCase() === 't' && id) { done(); testFromHere(desk); return; }
  if (!editable) return;
  switch (event.key) {
    case 'Delete': case 'Backspace': done(); removeSelection(desk); return;
    case 'F2': done(); ui.setState({ renaming: ui.getState().selection.at(-1) }); return;
    case 'c': case 'C': done(); startConnecting(desk); return;
    case 'a': case 'A': done(); openAddMenu(desk); return;
    case 'n': case 'N': done(); addNote(desk); return;
    case 'f': case 'F': done(); frameSelection(desk); return;
    case 'l': case 'L': done(); void tidySelection(desk); return;
  }
}

/** Begins an edge at the next free way out of the chosen node; again moves on to the following one. */
export function startConnecting(desk: Desk): void {
  const { ui, store, nodeTypes } = desk;
  const { flow } = store.getState();
  const waiting = ui.getState().connecting;
  const from = waiting?.from ?? selected(desk);
  const node = from ? flow.nodes[from] : undefined;
  if (!from || !node) return;
  const exits = nodeTypes[node.type]?.exits(node.data) ?? [];
  const at = waiting ? exits.findIndex(({ id }) => id === waiting.exit) + 1 : exits.findIndex(({ id }) => id === exitToAddAfter(flow, from, nodeTypes)?.exit);
  const exit = exits[at] ?? exits[0];
  if (exit) ui.setState({ connecting: { from, exit: exit.id } });
}

/** Opens the list of what can be added after the chosen node. */
export function openAddMenu(desk: Desk): void {
  const { ui, store, nodeTypes } = desk;
  const from = selected(desk);
  const way = from ? exitToAddAfter(store.getState().flow, from, nodeTypes) : undefined;
  const screen = (from ? ui.getState().canvas?.screenOf(from) : undefined) ?? { x: 320, y: 160 };
  ui.setState({ adding: { screen, ...(from && way && { after: { node: from, exit: way.exit } }) } });
}
