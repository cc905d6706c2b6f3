import type { Flow } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { Edge, Node } from 'reactflow';
import { cardOf, connectedExits } from '../store/cardOf.ts';
import type { Card } from '../store/cardOf.ts';
import { heightOf, sizes } from './geometry.ts';

export type CardNode = Node<{ card: Card }, 'card'>;
export type NoteNode = Node<{ text: string; width: number; height: number }, 'note'>;
export type CanvasNode = CardNode | NoteNode;
export type CanvasEdge = Edge<{ exit: string }, 'way'>;

interface Kept {
  /** What the node was made from; the same again gives the same node. */
  from: unknown;
  connected: string;
  names: unknown;
  node: CanvasNode;
}

/** Turns a document into what the canvas draws. Keeps one instance per canvas: parts that did not change stay the same objects. */
export function createGraph(nodeTypes: NodeTypes): (flow: Flow, flowNames: Readonly<Record<string, string>>) => { nodes: CanvasNode[]; edges: CanvasEdge[] } {
  const nodes = new Map<string, Kept>();
  const edges = new Map<string, { from: unknown; edge: CanvasEdge }>();
  const none: ReadonlySet<string> = new Set();

  const nodeOf = (id: string, flow: Flow, connected: ReadonlySet<string>, flowNames: Readonly<Record<string, string>>): CanvasNode | undefined => {
    const from = flow.nodes[id];
    if (!from) return undefined;
    const key = [...connected].sort().join('\n');
    const kept = nodes.get(id);
    if (kept && kept.from === from && kept.connected === key && kept.names === flowNames) return kept.node;
    const card = cardOf(from, { nodeTypes, connected, flowNames });
    const letters = card.body.reduce((sum, { text }) => sum + text.length, 0);
    const single = isSingle(card);
    const height = heightOf({ letters, exits: single ? 0 : Math.min(card.exits.length, sizes.mostExits) });
    const node: CanvasNode = { id, type: 'card', position: { x: from.x, y: from.y }, data: { card }, initialWidth: sizes.width, initialHeight: height };
    nodes.set(id, { from, connected: key, names: flowNames, node });
    return node;
  };

  const noteOf = (id: string, flow: Flow): CanvasNode | undefined => {
    const from = flow.notes[id];
    if (!from) return undefined;
    const kept = nodes.get(id);
    if (kept && kept.from === from) return kept.node;
    const { x, y, text, width, height } = from;
    const node: CanvasNode = { id, type: 'note', position: { x, y }, data: { text, width, height }, initialWidth: width, initialHeight: height, zIndex: -1 };
    nodes.set(id, { from, connected: '', names: undefined, node });
    return node;
  };

  return (flow, flowNames) => {
    const connected = connectedExits(flow.edges);
    const drawn = Object.keys(flow.nodes).flatMap((id) => nodeOf(id, flow, connected.get(id) ?? none, flowNames) ?? []);
    const notes = Object.keys(flow.notes).flatMap((id) => noteOf(id, flow) ?? []);
    for (const id of nodes.keys()) if (!flow.nodes[id] && !flow.notes[id]) nodes.delete(id);
    const ways = Object.entries(flow.edges).flatMap(([id, from]): CanvasEdge[] => {
      if (!flow.nodes[from.from] || !flow.nodes[from.to]) return [];
      const kept = edges.get(id);
      if (kept && kept.from === from) return [kept.edge];
      const edge: CanvasEdge = { id, type: 'way', source: from.from, sourceHandle: from.exit, target: from.to, data: { exit: from.exit } };
      edges.set(id, { from, edge });
      return [edge];
    });
    return { nodes: [...notes, ...drawn], edges: ways };
  };
}

/** A card with one way out shows its handle at the height of its header and no row. */
export function isSingle(card: Pick<Card, 'exits'>): boolean {
  return card.exits.length === 1;
}
