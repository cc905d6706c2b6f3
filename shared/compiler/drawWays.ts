import type { Flow, FlowSet } from '../flow/document.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { own } from '../expressions/fits.ts';

/** Where a drawn edge leads: to a node, to one of its parts, or nowhere when its target is gone. */
export interface Way {
  edge: string;
  to: string | undefined;
  part?: string;
}

/** The ways out of every node as they were drawn: node -> exit -> way. At most one edge counts per exit. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, Way>>;

/** The flow being lowered, with its ways drawn. */
export interface Drawn {
  set: FlowSet;
  id: string;
  flow: Flow;
  ways: Ways;
}

/** Reads a flow's edges. One that closes a round enters the part its target names (`back`), every other one the target's entry. */
export function drawWays(flow: Flow, entry: string | undefined, nodeTypes: NodeTypes): Ways {
  const ways = new Map<string, Map<string, Way>>();
  for (const edge of Object.keys(flow.edges)) {
    const drawn = flow.edges[edge];
    if (!drawn) continue;
    let exits = ways.get(drawn.from);
    if (!exits) ways.set(drawn.from, exits = new Map<string, Way>());
    if (!exits.has(drawn.exit)) exits.set(drawn.exit, { edge, to: Object.hasOwn(flow.nodes, drawn.to) ? drawn.to : undefined });
  }
  const rounds = Object.entries(flow.nodes).flatMap(([id, { type }]) => {
    const back = own(nodeTypes, type)?.back;
    return back && ways.get(id)?.has(back.exit) ? [{ id, ...back }] : [];
  });
  if (rounds.length > 0) closeRounds(ways, entry, rounds);
  return ways;
}

interface Round {
  id: string;
  exit: string;
  part: string;
}

/** A node is in the round when every path to it leads through the exit: it is not found by a walk that leaves that exit out. */
function closeRounds(ways: Map<string, Map<string, Way>>, entry: string | undefined, rounds: Round[]): void {
  const arriving = arrivals(ways, new Set(rounds.map(({ id }) => id)));
  const next = new Map([...ways].map(([node, exits]) => [node, [...exits.values()].flatMap(({ to }) => (to === undefined ? [] : [to]))]));
  for (const { id, exit, part } of rounds) {
    const open = [...ways.get(id) ?? []].flatMap(([name, { to }]) => (name === exit || to === undefined ? [] : [to]));
    const outside = new Set(entry === undefined ? [] : [entry]);
    // A set is walked in the order it grows.
    for (const node of outside) for (const to of node === id ? open : next.get(node) ?? []) outside.add(to);
    for (const { from, exit: name, way } of arriving.get(id) ?? []) {
      if (from === id ? name === exit : !outside.has(from)) way.part = part;
    }
  }
}

interface Arrival {
  from: string;
  exit: string;
  way: Way;
}

/** The ways that lead to each of these nodes. */
function arrivals(ways: Map<string, Map<string, Way>>, wanted: ReadonlySet<string>): Map<string, Arrival[]> {
  const arriving = new Map<string, Arrival[]>();
  for (const [from, exits] of ways) {
    for (const [exit, way] of exits) {
      if (way.to !== undefined && wanted.has(way.to)) arriving.set(way.to, [...arriving.get(way.to) ?? [], { from, exit, way }]);
    }
  }
  return arriving;
}
