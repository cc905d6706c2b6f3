import { compile } from '@parley/shared/compiler/compile';
import { emit } from '@parley/shared/compiler/emit/emit';
import { check } from '@parley/shared/expressions/check';
import type { Scope } from '@parley/shared/expressions/types';
import { findPlaces } from '@parley/shared/flow/findPlaces';
import { renameEverywhere } from '@parley/shared/flow/renameEverywhere';
import { replacePlaces } from '@parley/shared/flow/replacePlaces';
import type { FlowPlace } from '@parley/shared/flow/replacePlaces';
import { usedVariables } from '@parley/shared/flow/usedVariables';
import type { FlowSet } from '@parley/shared/flow/document';
import { verify } from '@parley/shared/issues/verify';
import { nodeTypes } from '@parley/shared/nodes/index';
import { compareConversations } from './compareJob.ts';
import type { Drawings } from './drawings.ts';
import type { JobName, Jobs } from './jobs.ts';
import { testAll } from './testJob.ts';

/** More places than anybody reads; replacing goes through all of them. */
const listed = 500;

type Question = { [Name in JobName]: { job: Name; ask: Jobs[Name]['ask'] } }[JobName];

/** Does one job on the drawings as they stand. Throws a sentence where something asked about is gone. */
export function answerJob(kept: Drawings, question: Question): Jobs[JobName]['answer'] {
  switch (question.job) {
    case 'verify': return proven(kept);
    case 'emit': return emitted(kept.set(), question.ask.names);
    case 'rename': return renameEverywhere({ set: kept.set(), ...question.ask, nodeTypes });
    case 'find': {
      const places = found(kept.set(), question.ask);
      return { places: places.slice(0, listed), total: places.length };
    }
    case 'replace': {
      const { only, wanted, by } = question.ask;
      return replacePlaces(kept.set(), only ? [only] : found(kept.set(), question.ask), { wanted, by, nodeTypes });
    }
    case 'check': return check(question.ask.cel, scopeOf(kept.set(), question.ask.flow), question.ask.expects);
    case 'test': return testAll(kept.set(), question.ask.kept);
    case 'compare': return compareConversations(question.ask.before, kept.set());
    case 'uses': return usesOf(kept, question.ask.flow);
  }
}

function proven(kept: Drawings): Jobs['verify']['answer'] {
  const started = performance.now();
  const set = kept.set();
  const { issues } = verify(set, nodeTypes, kept.circumstances());
  const nodes = Object.values(set.flows).reduce((sum, flow) => sum + Object.keys(flow.nodes).length, 0);
  return { issues, nodes, ms: performance.now() - started };
}

function emitted(set: FlowSet, names: Record<string, string>): Jobs['emit']['answer'] {
  return emit(compile(set, nodeTypes), {
    flow: (id) => names[id],
    node: (flow, id) => {
      const node = set.flows[flow]?.nodes[id];
      return node && (node.title ?? nodeTypes[node.type]?.label);
    },
  });
}

/** Where something stands in one flow, or in all of them with the main one first. */
function found({ main, flows }: FlowSet, { flow: one, wanted }: Jobs['find']['ask']): FlowPlace[] {
  const ids = one === undefined ? [main, ...Object.keys(flows).filter((id) => id !== main)] : [one];
  return ids.flatMap((id) => {
    const flow = flows[id];
    return flow ? findPlaces(flow, wanted, nodeTypes, id === main ? {} : flows[main]?.variables).map((place): FlowPlace => ({ ...place, flow: id })) : [];
  });
}

/** A subflow sees its own variables and the main flow's. */
function scopeOf({ main, flows }: FlowSet, flow: string): Scope {
  const seen = [...Object.values(flows[main]?.variables ?? {}), ...Object.values(flows[flow]?.variables ?? {})];
  return { variables: Object.fromEntries(seen.map(({ name, type }) => [name, type])) };
}

function usesOf(kept: Drawings, id: string): Jobs['uses']['answer'] {
  const flow = kept.flow(id);
  const uses: Jobs['uses']['answer']['uses'] = {};
  for (const { name, nodeId } of flow ? usedVariables(flow, nodeTypes) : []) {
    const use = uses[name] ?? { count: 0, nodes: [] };
    uses[name] = use;
    use.count += 1;
    if (nodeId && !use.nodes.includes(nodeId)) use.nodes.push(nodeId);
  }
  return { uses };
}
