import type { NodeTypes } from '../nodes/defineNode.ts';
import type { BotFile } from './botFile.ts';
import { referencesOf } from './references.ts';

/** The flows that, called one after the other, come back to themselves: each round once, as ids in the order of the calls. */
export function cyclicCalls({ flows }: Pick<BotFile, 'flows'>, nodeTypes: NodeTypes): string[][] {
  const calls = new Map(Object.entries(flows).map(([id, { flow }]) => [id, referencesOf(flow, nodeTypes).flows.filter((called) => Object.hasOwn(flows, called))]));
  const done = new Set<string>();
  const rounds: string[][] = [];
  const follow = (id: string, way: readonly string[]): void => {
    const from = way.indexOf(id);
    if (from >= 0) rounds.push(way.slice(from));
    if (from >= 0 || done.has(id)) return;
    for (const called of calls.get(id) ?? []) follow(called, [...way, id]);
    done.add(id);
  };
  for (const id of calls.keys()) follow(id, []);
  return rounds;
}
