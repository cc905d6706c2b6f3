import { edgesInto } from '@parley/shared/flow/removeAll';
import type { Flow } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { targetsOf } from './edits/reading.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The node one step from another: along the edges to the right and left, among those reached from the same node up and down. */
export function walk(flow: Flow, from: string, direction: Direction, nodeTypes: NodeTypes): string | undefined {
  if (direction === 'right') return targetsOf(flow, from, nodeTypes)[0];
  const sources = edgesInto(flow, from).flatMap((edge) => flow.edges[edge]?.from ?? []).filter((id) => flow.nodes[id]);
  if (direction === 'left') return sources[0];
  const siblings = [...new Set(sources.flatMap((source) => targetsOf(flow, source, nodeTypes)))];
  const at = siblings.indexOf(from);
  const step = direction === 'down' ? 1 : -1;
  return siblings[at + step] ?? nearest(flow, from, step);
}

/** The nearest card above or below. */
function nearest(flow: Flow, from: string, step: number): string | undefined {
  const here = flow.nodes[from];
  if (!here) return undefined;
  let best: { id: string; far: number } | undefined;
  for (const [id, { x, y }] of Object.entries(flow.nodes)) {
    const dy = (y - here.y) * step;
    if (id === from || dy <= 0) continue;
    const far = dy + 2 * Math.abs(x - here.x);
    if (!best || far < best.far) best = { id, far };
  }
  return best?.id;
}
