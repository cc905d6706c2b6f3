import type { Flow, FrameTone } from '@parley/shared/flow/document';
import { cardSizes } from '@parley/shared/layout/cardSizes';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { Edge, Node, NodeHandle } from 'reactflow';
import { thingAt } from '../commands/edits/things.ts';
import { cardOf, connectedExits } from '../store/cardOf.ts';
import type { Card } from '../store/cardOf.ts';
import { layoutCard } from './layoutCard.ts';
import type { CardLayout } from './layoutCard.ts';
import { Position } from 'reactflow';

export type CardNode = Node<{ card: Card; layout: CardLayout }, 'card'>;
export type NoteNode = Node<{ text: string; width: number; height: number }, 'note'>;
export type FrameNode = Node<{ title: string; tone: FrameTone; width: number; height: number }, 'frame'>;
export type CanvasNode = CardNode | NoteNode | FrameNode;
export type CanvasEdge = Edge<{ exit: string }, 'way'>;

/** What the canvas draws from. */
export interface Drawing {
  flow: Flow;
  flowNames: Readonly<Record<string, string>>;
  /** Cards that show all their ways out. */
  opened: ReadonlySet<string>;
}

const handle = 10;

interface Kept {
  /** What the node was made from; the same again gives the same node. */
  from: unknown;
  connected: string;
  names: unknown;
  variables: unknown;
  opened: boolean;
  node: CanvasNode;
}

/** Turns a document into what the canvas draws. Keeps one instance per canvas: parts that did not change stay the same objects. */
export function createGraph(nodeTypes: NodeTypes): (drawing: Drawing) => { nodes: CanvasNode[]; edges: CanvasEdge[] } {
  const nodes = new Map<string, Kept>();
  const edges = new Map<string, { from: unknown; edge: CanvasEdge }>();
  const none: ReadonlySet<string> = new Set();

  const nodeOf = (id: string, { flow, flowNames, opened }: Drawing, connected: ReadonlySet<string>): CanvasNode | undefined => {
    const from = flow.nodes[id];
    if (!from) return undefined;
    const key = [...connected].sort().join('\n');
    const kept = nodes.get(id);
    if (kept && kept.from === from && kept.connected === key && kept.names === flowNames && kept.variables === flow.variables && kept.opened === opened.has(id)) return kept.node;
    const card = cardOf(from, { nodeTypes, connected, flowNames, variables: flow.variables });
    const layout = layoutCard(card, opened.has(id));
    const size = { width: cardSizes.width, height: layout.height };
    const node: CanvasNode = { id, type: 'card', position: { x: from.x, y: from.y }, data: { card, layout }, measured: size, ...size, handles: handlesOf(layout) };
    nodes.set(id, { from, connected: key, names: flowNames, variables: flow.variables, opened: opened.has(id), node });
    return node;
  };

  const noteOf = (id: string, flow: Flow): CanvasNode | undefined => {
    const from = flow.notes[id];
    if (!from) return undefined;
    const kept = nodes.get(id);
    if (kept && kept.from === from) return kept.node;
    const { x, y, text, width, height } = from;
    const node: CanvasNode = { id, type: 'note', position: { x, y }, data: { text, width, height }, measured: { width, height }, width, height, zIndex: -1 };
    nodes.set(id, { from, connected: '', names: undefined, variables: undefined, opened: false, node });
    return node;
  };

  const frameOf = (id: string, flow: Flow): CanvasNode | undefined => {
    const from = flow.frames?.[id];
    if (!from) return undefined;
    const kept = nodes.get(id);
    if (kept && kept.from === from) return kept.node;
    const { x, y, title, tone, width, height } = from;
    const node: CanvasNode = {
      id, type: 'frame', position: { x, y }, data: { title, tone, width, height }, measured: { width, height }, width, height, zIndex: -2,
      // Its ground belongs to the canvas: a drag there chooses what stands in it. Only its title takes hold of it.
      selectable: false, dragHandle: '[data-frame-title]', style: { pointerEvents: 'none' },
    };
    nodes.set(id, { from, connected: '', names: undefined, variables: undefined, opened: false, node });
    return node;
  };

  return (drawing) => {
    const { flow } = drawing;
    const connected = connectedExits(flow.edges);
    const drawn = Object.keys(flow.nodes).flatMap((id) => nodeOf(id, drawing, connected.get(id) ?? none) ?? []);
    const notes = Object.keys(flow.notes).flatMap((id) => noteOf(id, flow) ?? []);
    const frames = Object.keys(flow.frames ?? {}).flatMap((id) => frameOf(id, flow) ?? []);
    for (const id of nodes.keys()) if (!thingAt(flow, id)) nodes.delete(id);
    const ways = Object.entries(flow.edges).flatMap(([id, from]): CanvasEdge[] => {
      if (!flow.nodes[from.from] || !flow.nodes[from.to]) return [];
      const kept = edges.get(id);
      if (kept && kept.from === from) return [kept.edge];
      const edge: CanvasEdge = { id, type: 'way', source: from.from, sourceHandle: from.exit, target: from.to, data: { exit: from.exit } };
      edges.set(id, { from, edge });
      return [edge];
    });
    return { nodes: [...frames, ...notes, ...drawn], edges: ways };
  };
}

/** Handles as React Flow wants them: the one edges come in by, and one per way out. */
function handlesOf({ handles }: CardLayout): NodeHandle[] {
  const out = handles.map(({ id, y }): NodeHandle => ({ id, type: 'source', position: Position.Right, x: cardSizes.width - handle / 2, y: y - handle / 2, width: handle, height: handle }));
  return [{ type: 'target', position: Position.Left, x: -handle / 2, y: (cardSizes.header - handle) / 2, width: handle, height: handle }, ...out];
}
