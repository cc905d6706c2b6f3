import type { Flow } from '@parley/shared/flow/document';
import { cardSizes } from '@parley/shared/layout/cardSizes';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { Rect } from '../canvas/geometry.ts';
import { layoutCard } from '../canvas/layoutCard.ts';
import type { CardLayout } from '../canvas/layoutCard.ts';
import { routeEdge } from '../canvas/routeEdge.ts';
import { slotsOf } from '../canvas/slotsOf.ts';
import { cardOf, connectedExits } from '../store/cardOf.ts';
import type { Card } from '../store/cardOf.ts';

/** What of a flow is shown: all of it, or the nodes and notes named. */
export interface Shown {
  flow: Flow;
  nodeTypes: NodeTypes;
  flowNames: Readonly<Record<string, string>>;
  /** Cards that show all their ways out, as on the canvas. */
  opened?: ReadonlySet<string>;
  only?: ReadonlySet<string> | undefined;
}

export interface SceneCard extends Rect {
  id: string;
  card: Card;
  layout: CardLayout;
}

export interface SceneWay {
  id: string;
  from: string;
  exit: string;
  to: string;
  /** An SVG path. */
  path: string;
}

export interface SceneNote extends Rect {
  id: string;
  text: string;
}

/** Everything that is to be seen of a flow, with where it is: the canvas without a screen. */
export interface Scene {
  /** Around everything, with a margin. */
  bounds: Rect;
  cards: SceneCard[];
  ways: SceneWay[];
  notes: SceneNote[];
}

const margin = 40;

/** Lays out what is shown of a flow; places, cardSizes and the ways of edges are those of the canvas. */
export function sceneOf({ flow, nodeTypes, flowNames, opened = new Set(), only }: Shown): Scene {
  const connected = connectedExits(flow.edges);
  const none: ReadonlySet<string> = new Set();
  const cards = Object.entries(flow.nodes).filter(([id]) => only?.has(id) ?? true).map(([id, node]): SceneCard => {
    const card = cardOf(node, { nodeTypes, connected: connected.get(id) ?? none, flowNames, variables: flow.variables });
    const layout = layoutCard(card, opened.has(id));
    return { id, x: node.x, y: node.y, width: cardSizes.width, height: layout.height, card, layout };
  });
  const notes = Object.entries(flow.notes).filter(([id]) => only?.has(id) ?? true).map(([id, note]): SceneNote => ({ id, ...note }));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const leading = Object.entries(flow.edges).flatMap(([id, { from, exit, to }]) => {
    const [source, target] = [byId.get(from), byId.get(to)];
    const handle = source?.layout.handles.find((each) => each.id === exit);
    if (!source || !target || !handle) return [];
    return [{ id, from, exit, to, at: { x: source.x + source.width, y: source.y + handle.y }, card: source, target }];
  });
  const slots = slotsOf(leading, cards);
  const ways = leading.map(({ at, card, target, ...way }): SceneWay => ({ ...way, path: routeEdge({ at, card }, target, cards, slots.get(way.id)).path }));
  return { cards, ways, notes, bounds: around([...cards, ...notes], ways) };
}

/** A rectangle around cards, notes and the ways that go around them. */
function around(rects: readonly Rect[], ways: readonly SceneWay[]): Rect {
  const points = [
    ...rects.flatMap(({ x, y, width, height }) => [{ x, y }, { x: x + width, y: y + height }]),
    ...ways.flatMap(({ path }) => [...path.matchAll(/(-?[\d.]+(?:e-?\d+)?) (-?[\d.]+(?:e-?\d+)?)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))),
  ];
  const [first] = points;
  if (!first) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  // One by one: a large drawing has more points than a call takes arguments.
  const [left, top, right, bottom] = points.reduce(([l, t, r, b], { x, y }) => [Math.min(l, x), Math.min(t, y), Math.max(r, x), Math.max(b, y)], [first.x, first.y, first.x, first.y]) as [number, number, number, number];
  return { x: Math.floor(left - margin), y: Math.floor(top - margin), width: Math.ceil(right - left) + 2 * margin, height: Math.ceil(bottom - top) + 2 * margin };
}
