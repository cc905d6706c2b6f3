import { edgeFrom } from '@parley/shared/flow/removeAll';
import type { Flow } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { insideOf } from '../commands/edits/things.ts';
import type { SizeOf } from '../commands/edits/things.ts';
import { startOf } from '../commands/edits/reading.ts';

/** One row of the outline: a node, where it was reached from, and what follows it; or a frame and what stands in it; or a note. */
export interface OutlineRow {
  /** Unique in the tree: the path of things to it. */
  key: string;
  id: string;
  is: 'node' | 'frame' | 'note';
  depth: number;
  /** The exit that leads here; undefined for roots and for what stands in a frame. */
  exit: string | undefined;
  /** A node that already stands elsewhere in the tree, where its own branches are. */
  again: boolean;
  children: number;
}

/**
 * The drawing as a tree, from the start along the ways out; then the nodes nobody reaches as roots of their own, the frames with what
 * stands in them, and the notes beside the frames. `sizeOf` tells how large cards are drawn.
 */
export function outlineOf(flow: Flow, nodeTypes: NodeTypes, sizeOf?: SizeOf): OutlineRow[] {
  const nodes = nodeRows(flow, nodeTypes);
  return [...nodes, ...areaRows(flow, nodes, sizeOf)];
}

function nodeRows(flow: Flow, nodeTypes: NodeTypes): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const shown = new Set<string>();
  const visit = (id: string, depth: number, exit: string | undefined, trail: string): void => {
    const again = shown.has(id);
    const key = `${trail}/${id}${exit === undefined ? '' : `:${exit}`}`;
    const row: OutlineRow = { key, id, is: 'node', depth, exit, again, children: 0 };
    rows.push(row);
    if (again) return;
    shown.add(id);
    const found = flow.nodes[id];
    const exits = found ? nodeTypes[found.type]?.exits(found.data) ?? [] : [];
    for (const way of exits) {
      const edge = edgeFrom(flow, id, way.id);
      const to = edge && flow.edges[edge]?.to;
      if (!to || !flow.nodes[to]) continue;
      row.children += 1;
      visit(to, depth + 1, way.label, key);
    }
  };
  const start = startOf(flow);
  if (start) visit(start, 0, undefined, '');
  for (const id of Object.keys(flow.nodes)) if (!shown.has(id)) visit(id, 0, undefined, '');
  return rows;
}

/** Frames and notes; what stands in several frames belongs to the smallest of them. */
function areaRows(flow: Flow, nodes: readonly OutlineRow[], sizeOf: SizeOf | undefined): OutlineRow[] {
  const frames = Object.entries(flow.frames ?? {}).toSorted(([, a], [, b]) => a.width * a.height - b.width * b.height).map(([id]) => id);
  const home = new Map<string, string>();
  for (const [index, frame] of frames.entries()) {
    for (const id of insideOf(flow, frame, sizeOf)) {
      // Of two frames of one size the first stands in the other, not each in each.
      if (!home.has(id) && !frames.slice(index).includes(id)) home.set(id, frame);
    }
  }
  const ordered = [...nodes.filter(({ again }) => !again).map(({ id }) => id), ...inReadingOrder(flow.frames ?? {}), ...inReadingOrder(flow.notes)];
  const rows: OutlineRow[] = [];
  const visit = (id: string, depth: number, trail: string): void => {
    const inside = ordered.filter((other) => home.get(other) === id);
    const is = flow.nodes[id] ? 'node' : flow.notes[id] ? 'note' : 'frame';
    rows.push({ key: `${trail}/${id}`, id, is, depth, exit: undefined, again: is === 'node', children: inside.length });
    for (const other of inside) visit(other, depth + 1, `${trail}/${id}`);
  };
  for (const id of ordered) if (!flow.nodes[id] && !home.has(id)) visit(id, 0, '');
  return rows;
}

/** From above, and of those in line from the left. */
function inReadingOrder(areas: Readonly<Record<string, { x: number; y: number }>>): string[] {
  return Object.entries(areas).toSorted(([, a], [, b]) => a.y - b.y || a.x - b.x).map(([id]) => id);
}
