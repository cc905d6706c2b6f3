import type { Batch } from '@parley/shared/flow/batch';
import type { Flow } from '@parley/shared/flow/document';
import type { Json } from '@parley/shared/lib/json';

/** Changes as text that can be pasted anywhere: each gesture with the places it changes and what was to stand there. */
export function changesText(flow: Flow, batches: readonly Batch[], removed: string): string {
  return batches.map(({ gesture, ops }) => [gesture, ...ops.map((op) => `  ${placeOf(flow, op.path)}: ${op.op === 'remove' ? removed : valueOf(op.value)}`)].join('\n')).join('\n\n');
}

/** A path in words: a node by its title where it has one. */
function placeOf(flow: Flow, [top = '', id, ...rest]: readonly string[]): string {
  const name = top === 'nodes' && id !== undefined ? flow.nodes[id]?.title : undefined;
  return [name ? `“${name}”` : top, ...(name || id === undefined ? [] : [id]), ...rest].join(' › ');
}

function valueOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}
