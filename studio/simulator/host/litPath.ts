import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { TraceStep } from '@parley/shared/machine/trace';

/** A node of a flow. */
export interface NodePlace {
  flow: string;
  node: string;
}

/** The way a conversation took, for the canvas. Edges are `<flow>/<edge id>`, nodes `<flow>/<node id>`. */
export interface LitPath {
  edges: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
  /** Where it waits. */
  here: NodePlace | undefined;
  /** An effect of this node is under way; `since` is a time in milliseconds since 1970. */
  running: (NodePlace & { since: number }) | undefined;
  /** Where its last turn failed. */
  failed: NodePlace | undefined;
}

/** No path: nothing is lit. */
export const noPath: LitPath = { edges: new Set(), nodes: new Set(), here: undefined, running: undefined, failed: undefined };

/** What one event added to the path. */
export interface Walked {
  edges: string[];
  nodes: string[];
  failed: NodePlace | undefined;
}

/** Follows a trace from where the session stood before; which flow an edge belongs to is told by calls and returns. */
export function walk(before: Snapshot | null, trace: readonly TraceStep[]): Walked {
  const flows = (before?.frames ?? []).map(({ flow }) => flow);
  const walked: Walked = { edges: [], nodes: [], failed: undefined };
  let at: NodePlace | undefined;
  for (const step of trace) {
    if (step.did === 'call') flows.push(step.flow);
    else if (step.did === 'return') flows.pop();
    else if (step.did === 'limit') flows.length = 0;
    else if (step.did === 'enter') {
      flows[Math.max(0, flows.length - 1)] = step.flow;
      if (step.node === '') continue;
      at = { flow: step.flow, node: step.node };
      walked.nodes.push(`${step.flow}/${step.node}`);
    } else if (step.did === 'rest') {
      if (step.flow !== undefined) flows[Math.max(0, flows.length - 1)] = step.flow;
    } else if (step.did === 'take') {
      if (step.edge !== undefined) walked.edges.push(`${flows.at(-1) ?? ''}/${step.edge}`);
    } else if (step.did === 'fail') {
      walked.failed = at ?? placeOf(before);
    }
  }
  return walked;
}

/** The node a resting session stands at, by the state's id; undefined when it is over or in a built-in state. */
export function placeOf(snapshot: Snapshot | null): NodePlace | undefined {
  const frame = snapshot?.frames.at(-1);
  const node = frame?.at.split('/')[0];
  return frame && node && !node.startsWith('$') ? { flow: frame.flow, node } : undefined;
}
