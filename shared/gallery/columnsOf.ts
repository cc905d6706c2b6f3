import type { Drawn } from './drawing.ts';

/** Where each node stands: its column is how many steps people need to get there, its row the order in which they do. */
export function columnsOf(nodes: Readonly<Record<string, Pick<Drawn, 'to'>>>): Map<string, readonly [column: number, row: number]> {
  const [first] = Object.keys(nodes);
  const column = new Map<string, number>(first === undefined ? [] : [[first, 0]]);
  // A map takes in what is added while it is gone through: nearest first.
  for (const [id, at] of column) {
    for (const next of Object.values(nodes[id]?.to ?? {})) if (!column.has(next) && Object.hasOwn(nodes, next)) column.set(next, at + 1);
  }
  const filled = new Map<number, number>();
  return new Map(Object.keys(nodes).toSorted((a, b) => (column.get(a) ?? 0) - (column.get(b) ?? 0)).map((id) => {
    const at = column.get(id) ?? 0;
    const row = filled.get(at) ?? 0;
    filled.set(at, row + 1);
    return [id, [at, row] as const];
  }));
}
