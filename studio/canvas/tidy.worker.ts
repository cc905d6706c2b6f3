import dagre from '@dagrejs/dagre';
import type { TidyAsk, TidyAnswer } from './tidy.ts';

/** Lays cards out in columns by how they are connected; beside the page, because 1,000 nodes take most of a second. */
globalThis.addEventListener('message', ({ data: { nodes, edges } }: MessageEvent<TidyAsk>) => {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: 84, nodesep: 36, marginx: 80, marginy: 80 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const { id, from, to } of edges) graph.setEdge(from, to, {}, id);
  dagre.layout(graph);
  const places: TidyAnswer = {};
  for (const { id, width, height } of nodes) {
    const { x = 0, y = 0 } = graph.node(id);
    places[id] = { x: Math.round(x - width / 2), y: Math.round(y - height / 2) };
  }
  globalThis.postMessage(places);
});
