/**
 * A tree in parts of about the same size that can be walked apart: each part lists its places in order, with every place before
 * them on the way from the root; of no places there is one part without any. `parents[n]` is the place before place n, always a smaller number, or -1 at a root.
 */
export function splitTree(parents: readonly number[], parts: number): number[][] {
  const order = depthFirst(parents);
  const size = Math.max(1, Math.ceil(order.length / parts));
  return Array.from({ length: Math.max(1, Math.ceil(order.length / size)) }, (_, no) => withWays(parents, order.slice(no * size, (no + 1) * size)));
}

/** Branch after branch: what lies together shares most of its way. */
function depthFirst(parents: readonly number[]): number[] {
  const branches = new Map<number, number[]>();
  // From the end, so that the first branch is taken off the pile first.
  for (let place = parents.length - 1; place >= 0; place -= 1) {
    const parent = parents[place] ?? -1;
    const branch = branches.get(parent);
    if (branch) branch.push(place);
    else branches.set(parent, [place]);
  }
  const order: number[] = [];
  const pile = [...branches.get(-1) ?? []];
  for (let place = pile.pop(); place !== undefined; place = pile.pop()) {
    order.push(place);
    pile.push(...branches.get(place) ?? []);
  }
  return order;
}

function withWays(parents: readonly number[], places: readonly number[]): number[] {
  const whole = new Set<number>();
  for (let place of places) for (; place >= 0 && !whole.has(place); place = parents[place] ?? -1) whole.add(place);
  return [...whole].toSorted((a, b) => a - b);
}
