import type { Flow } from '../flow/document.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { own } from './own.ts';

/** Where a drawn edge leads: a state, or nowhere when its target is gone. */
export interface Way {
  edge: string;
  to: string | undefined;
}

/** The ways out of every node as they were drawn: node -> exit -> way. At most one edge counts per exit. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, Way>>;

/** Reads a flow's edges. One that closes a round enters the part its target names (`back`), every other one the target's entry. */
export function drawWays(flow: Flow, entry: string | undefined, nodeTypes: NodeTypes): Ways {
  const ways = new Map<string, Map<string, Way>>();
  for (const [edge, { from, exit, to }] of Object.entries(flow.edges)) {
    const exits = ways.get(from) ?? new Map<string, Way>();
    ways.set(from, exits);
    if (!exits.has(exit)) exits.set(exit, { edge, to: Object.hasOwn(flow.nodes, to) ? to : undefined });
  }
  for (const [id, { type }] of Object.entries(flow.nodes)) {
    const back = own(nodeTypes, type)?.back;
    if (back) closeRounds(ways, { id, entry, ...back });
  }
  return ways;
}

interface Round {
  id: string;
  entry: string | undefined;
  exit: string;
  part: string;
}

/** A node is in the round when every path to it leads through the exit: it is not found by a walk that leaves that exit out. */
function closeRounds(ways: ReadonlyMap<string, Map<string, Way>>, { id, entry, exit, part }: Round): void {
  if (!ways.get(id)?.has(exit)) return;
  const outside = new Set(entry === undefined ? [] : [entry]);
  for (const node of outside) {
    for (const [name, { to }] of ways.get(node) ?? []) {
      const next = to?.split('/', 1)[0];
      if (next !== undefined && !(node === id && name === exit)) outside.add(next);
    }
  }
  for (const [from, exits] of ways) {
    for (const [name, way] of exits) {
      if (way.to === id && (from === id ? name === exit : !outside.has(from))) way.to = `${id}/${part}`;
    }
  }
}
