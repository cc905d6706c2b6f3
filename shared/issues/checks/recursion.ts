import { limits } from '../../machine/snapshot.ts';
import type { Check, Found } from '../check.ts';
import type { Subject } from '../subject.ts';
import { nameAt, quoted } from '../where.ts';

/** A flow that calls itself, directly or by others, or calls that stand deeper inside one another than a session may. */
export const recursion: Check = {
  name: 'recursion',
  holds: 'No flow calls itself',
  counts: 'flows',
  find(subject) {
    const calls = callsOf(subject);
    const found = calls.flatMap(({ from, to, node }): Found[] => (leadsTo(calls, to, from)
      ? [{ severity: 'error', flow: from, nodeId: node, message: `${quoted(nameAt(subject, { flow: from, node }))} calls a flow that comes back to calling this one, so people would go deeper and deeper and never return.` }]
      : []));
    if (found.length > 0) return found;
    const depth = depthOf(calls, subject.set.main, new Map());
    return depth > limits.frames ? [{ severity: 'error', flow: subject.set.main, message: `Flows call one another ${depth} deep; a conversation can be ${limits.frames} deep at most.` }] : [];
  },
};

interface FlowCall {
  from: string;
  to: string;
  node: string;
}

function callsOf({ drawing }: Subject): FlowCall[] {
  const calls = drawing.places.flatMap(({ flow, node, steps }) => steps.flatMap(({ call }) => (call ? [{ from: flow, to: call.flow, node }] : [])));
  return [...new Map(calls.map((call) => [`${call.from} ${call.to} ${call.node}`, call])).values()];
}

function leadsTo(calls: readonly FlowCall[], from: string, to: string): boolean {
  const found = new Set([from]);
  for (const flow of found) for (const call of calls) if (call.from === flow) found.add(call.to);
  return found.has(to);
}

function depthOf(calls: readonly FlowCall[], flow: string, known: Map<string, number>): number {
  const before = known.get(flow);
  if (before !== undefined) return before;
  const depth = 1 + Math.max(0, ...calls.filter(({ from }) => from === flow).map(({ to }) => depthOf(calls, to, known)));
  known.set(flow, depth);
  return depth;
}
