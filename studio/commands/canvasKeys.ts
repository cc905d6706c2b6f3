import type { KeyboardEvent } from 'react';
import { lead, nudge, removeSelection, select, selected, testFromHere } from './actions.ts';
import type { Desk } from './actions.ts';
import { exitToAddAfter, startOf } from './edits/reading.ts';
import { walk } from './walk.ts';
import type { Direction } from './walk.ts';

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const nudges: Record<Direction, [number, number]> = { left: [-18, 0], right: [18, 0], up: [0, -18], down: [0, 18] };

/** The keys of the canvas: arrows walk, Alt+arrows move, C connects, A adds after, T tests from here, Enter opens, Del heals, F2 renames. */
export function canvasKeys(desk: Desk, event: KeyboardEvent): void {
  const { ui, store, nodeTypes, editable } = desk;
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return;
  if (event.ctrlKey || event.metaKey) return;
  const id = selected(desk);
  const done = (): void => { event.preventDefault(); event.stopPropagation(); };
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
  switch (event.key) {
    case 'Enter':
      done();
      if (waiting && id) {
        ui.setState({ connecting: undefined });
        if (id) lead(desk, waiting.from, waiting.exit, id);
      } else if (id) ui.setState({ wish: { field: '' }, column: 'inspector' });
      else if (ui.getState().selection[0]) ui.setState({ renaming: ui.getState().selection[0] });
      return;
    case 'Escape':
      if (waiting || ui.getState().selection.length > 0 || ui.getState().edge) done();
      ui.setState(waiting ? { connecting: undefined } : { selection: [], edge: undefined });
      return;
    case '+': case '=': done(); ui.getState().canvas?.zoomBy(1.2); return;
    case '-': done(); ui.getState().canvas?.zoomBy(1 / 1.2); return;
    case 't': case 'T': if (id) { done(); testFromHere(desk); } return;
    case '0': done(); ui.getState().canvas?.fit(); return;
  }
  if (!editable) return;
  switch (event.key) {
    case 'Delete': case 'Backspace': done(); removeSelection(desk); return;
    case 'F2': done(); ui.setState({ renaming: ui.getState().selection.at(-1) }); return;
    case 'c': case 'C': done(); startConnecting(desk); return;
    case 'a': case 'A': done(); openAddMenu(desk); return;
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
