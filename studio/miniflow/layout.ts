import type { Flow } from '@parley/shared/flow/document';

/** A node of a small drawing, placed in its own units. */
export interface MiniNode {
  id: string;
  title: string;
  type: string;
  x: number;
  y: number;
}

/** An edge of a small drawing, as an SVG path between two nodes. */
export interface MiniEdge {
  id: string;
  path: string;
}

/** A flow drawn small: only what is named is kept, closed up so that nothing far away makes it tiny. */
export interface MiniDrawing {
  width: number;
  height: number;
  nodes: MiniNode[];
  edges: MiniEdge[];
}

/** How many nodes stand side by side: so many can be read at 540 px. */
const across = 3;

/** More rows than a drawing has nodes. */
const most = 100_000;

export const miniNode = { width: 150, height: 34, gapX: 46, gapY: 30 } as const;

/** Ranks of distinct values that differ by more than `least`: rows and columns without empty space between. */
function ranks(values: number[], least: number): Map<number, number> {
  const ranked = new Map<number, number>();
  let rank = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    if (value - last > least) {
      rank += 1;
      last = value;
    }
    ranked.set(value, rank);
  }
  return ranked;
}

/** Lays the chosen nodes out by their order on the canvas; `titleOf` names them. Two nodes never cover each other. */
export function drawSmall(flow: Pick<Flow, 'nodes' | 'edges'>, keep: ReadonlySet<string>, titleOf: (id: string) => string): MiniDrawing {
  const chosen = Object.entries(flow.nodes).filter(([id]) => keep.has(id));
  const columns = ranks(chosen.map(([, { x }]) => x), 120);
  const rows = ranks(chosen.map(([, { y }]) => y), 60);
  const taken = new Set<string>();
  const places = new Map<string, { column: number; row: number }>();
  for (const [id, { x, y }] of chosen.toSorted(([, a], [, b]) => a.y - b.y || a.x - b.x)) {
    const column = columns.get(x) ?? 0;
    let row = rows.get(y) ?? 0;
    while (taken.has(`${column} ${row}`)) row += 1;
    taken.add(`${column} ${row}`);
    places.set(id, { column, row });
  }
  // What is wider than can be read goes on below, as lines of a text do; rows that were only needed elsewhere close up.
  const bandOf = ({ column }: { column: number }) => Math.floor(column / across);
  const used = [...new Set([...places.values()].map((place) => bandOf(place) * most + place.row))].sort((a, b) => a - b);
  return pictureOf(flow, new Map([...places].map(([id, place]) => [id, { column: place.column % across, row: used.indexOf(bandOf(place) * most + place.row) }])), titleOf);
}

/** A picture from nodes that have their places. Edges to what is not in it are left out. */
export function pictureOf(flow: Pick<Flow, 'nodes' | 'edges'>, places: ReadonlyMap<string, { column: number; row: number }>, titleOf: (id: string) => string): MiniDrawing {
  const at = ({ column, row }: { column: number; row: number }) => ({ x: 12 + column * (miniNode.width + miniNode.gapX), y: 14 + row * (miniNode.height + miniNode.gapY) });
  const nodes = [...places].flatMap(([id, place]) => { const node = flow.nodes[id]; return node ? [{ id, title: titleOf(id), type: node.type, ...at(place) }] : []; });
  const edges = Object.entries(flow.edges).flatMap(([id, { from, to }]) => {
    const [start, end] = [places.get(from), places.get(to)];
    return start && end ? [{ id, path: route(at(start), at(end)) }] : [];
  });
  return {
    width: Math.max(...nodes.map(({ x }) => x), 0) + miniNode.width + 12,
    height: Math.max(...nodes.map(({ y }) => y), 0) + miniNode.height + 14,
    nodes,
    edges,
  };
}

interface Point {
  x: number;
  y: number;
}

/** From the right side to the left of a node further right, else from the bottom or side around to its top; along rows and columns. */
function route(from: Point, to: Point): string {
  const { width, height, gapX } = miniNode;
  const [right, middle] = [from.x + width, from.y + height / 2];
  const over = { x: to.x + width / 2, y: to.y };
  if (to.x > from.x) {
    const turn = to.x - gapX / 2;
    return through([{ x: right, y: middle }, { x: turn, y: middle }, { x: turn, y: to.y + height / 2 }, { x: to.x, y: to.y + height / 2 }]);
  }
  if (to.y > from.y) {
    const half = (from.y + height + to.y) / 2;
    return through([{ x: from.x + width / 2, y: from.y + height }, { x: from.x + width / 2, y: half }, { x: over.x, y: half }, over]);
  }
  const [side, above] = [right + gapX / 2, to.y - 12];
  return through([{ x: right, y: middle }, { x: side, y: middle }, { x: side, y: above }, { x: over.x, y: above }, over]);
}

/** A line through points that stand in rows and columns, round where it turns. */
function through(points: Point[]): string {
  const steps = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return `M${point.x} ${point.y}`;
    if (!after) return `L${point.x} ${point.y}`;
    const radius = Math.min(8, distance(before, point) / 2, distance(point, after) / 2);
    if (radius === 0) return '';
    const [into, out] = [towards(point, before, radius), towards(point, after, radius)];
    return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
  });
  return steps.join('');
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const towards = (from: Point, to: Point, by: number): Point => ({ x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by });
