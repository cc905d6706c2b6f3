import type { Flow, FlowNode } from '@parley/shared/flow/document';
import { edgeFrom } from '@parley/shared/flow/removeAll';
import { cardSizes } from '@parley/shared/layout/cardSizes';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';

/** The exit a new edge should take: the first one that no setting handles, else the first. */
export function mainExit(node: FlowNode, nodeTypes: NodeTypes): string | undefined {
  const exits = nodeTypes[node.type]?.exits(node.data) ?? [];
  return (exits.find(({ handledBySettings }) => !handledBySettings) ?? exits[0])?.id;
}

/** The exit after which something is added: the first free one that no setting handles; else, to insert, the main one. */
export function exitToAddAfter(flow: Flow, id: string, nodeTypes: NodeTypes): { exit: string; free: boolean } | undefined {
  const node = flow.nodes[id];
  if (!node) return undefined;
  const exits = nodeTypes[node.type]?.exits(node.data) ?? [];
  const free = exits.find((exit) => !exit.handledBySettings && !edgeFrom(flow, id, exit.id));
  if (free) return { exit: free.id, free: true };
  const main = mainExit(node, nodeTypes);
  return main === undefined ? undefined : { exit: main, free: !edgeFrom(flow, id, main) };
}

/** The ways out of some nodes that lead nowhere, although no setting handles them. */
export function looseEnds(flow: Flow, ids: readonly string[], nodeTypes: NodeTypes): { node: string; exit: string }[] {
  return ids.flatMap((node) => {
    const held = flow.nodes[node];
    const exits = held ? nodeTypes[held.type]?.exits(held.data) ?? [] : [];
    return exits.filter((exit) => !exit.handledBySettings && !edgeFrom(flow, node, exit.id)).map(({ id }) => ({ node, exit: id }));
  });
}

/** Nodes one edge away, in the order of the exits. */
export function targetsOf(flow: Flow, id: string, nodeTypes: NodeTypes): string[] {
  const node = flow.nodes[id];
  const exits = node ? nodeTypes[node.type]?.exits(node.data) ?? [] : [];
  return exits.flatMap((exit) => {
    const edge = edgeFrom(flow, id, exit.id);
    const to = edge && flow.edges[edge]?.to;
    return to && flow.nodes[to] ? [to] : [];
  });
}

/** The start node of a flow. */
export function startOf(flow: Flow): string | undefined {
  return Object.entries(flow.nodes).find(([, { type }]) => type === 'start')?.[0];
}

const usual = 140;

/** A place for a card of about the usual height that covers no other and no note, at or below the wished one. `heightOf` tells how high cards are. */
export function freePlace(flow: Flow, wished: { x: number; y: number }, heightOf: (id: string) => number | undefined = () => undefined): { x: number; y: number } {
  const place = { ...wished };
  const others = [...Object.entries(flow.nodes).map(([id, { x, y }]) => ({ x, y, width: cardSizes.width, height: heightOf(id) ?? usual })), ...Object.values(flow.notes)];
  for (let tries = 0; tries < 200; tries += 1) {
    const hit = others.find(({ x, y, width, height }) => place.x < x + width + 16 && x < place.x + cardSizes.width + 16 && place.y < y + height + 16 && y < place.y + usual);
    if (!hit) return place;
    place.y = hit.y + hit.height + 24;
  }
  return place;
}
