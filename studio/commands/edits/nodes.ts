import type { Flow } from '@parley/shared/flow/document';
import { edgeFrom } from '@parley/shared/flow/removeAll';
import { makeId } from '@parley/shared/lib/id';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Random } from '@parley/shared/lib/id';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { mainExit } from './reading.ts';

/** Where a new card goes, in canvas pixels. */
export interface Place {
  x: number;
  y: number;
}

/** What adding a node needs to know. */
export interface Adding {
  type: string;
  data?: JsonObject;
  at: Place;
  nodeTypes: NodeTypes;
  random: Random;
}

/** Puts a fresh node on the drawing and gives its id. */
export function addNode(flow: Flow, { type, data, at, nodeTypes, random }: Adding): string {
  const id = makeId(random);
  const definition = nodeTypes[type];
  if (!definition) return id;
  flow.nodes[id] = { type, x: Math.round(at.x), y: Math.round(at.y), data: { ...definition.defaults(random), ...data } };
  return id;
}

/** Leads an exit to a node; an exit has one edge, so a former one is led anew. */
export function connect(flow: Flow, from: string, exit: string, to: string, random: Random): void {
  const known = edgeFrom(flow, from, exit);
  const edge = known && flow.edges[known];
  if (edge) edge.to = to;
  else flow.edges[makeId(random)] = { from, exit, to };
}

/** Takes an exit's edge away. */
export function disconnect(flow: Flow, edge: string): void {
  delete flow.edges[edge];
}

/** Puts a node between an exit and where it led; the new node's main exit leads on. */
export function insertAfter(flow: Flow, from: string, exit: string, id: string, { nodeTypes, random }: Pick<Adding, 'nodeTypes' | 'random'>): void {
  const edge = edgeFrom(flow, from, exit);
  const to = edge ? flow.edges[edge]?.to : undefined;
  connect(flow, from, exit, id, random);
  const node = flow.nodes[id];
  const onward = node && mainExit(node, nodeTypes);
  if (to && to !== id && onward) connect(flow, id, onward, to, random);
}

/** Moves a node, and what follows it to the right, by so many pixels; nodes in `stay` and what is only behind them stay. */
export function moveOn(flow: Flow, first: string, by: number, stay: ReadonlySet<string>): void {
  const edge = flow.nodes[first]?.x ?? 0;
  const moved = new Set<string>();
  const follow = (id: string): void => {
    const node = flow.nodes[id];
    if (!node || moved.has(id) || stay.has(id) || node.x < edge) return;
    moved.add(id);
    for (const { from, to } of Object.values(flow.edges)) if (from === id) follow(to);
  };
  follow(first);
  for (const id of moved) {
    const node = flow.nodes[id];
    if (node) node.x += by;
  }
}

/** A document is plain JSON; a draft of immer cannot be given to structuredClone. */
export function structuredCloneJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
