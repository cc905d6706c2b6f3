/** A group of nodes as its tool placed it, and the room its nodes take here. */
export interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Keeps every group where its author put it, and moves those down that would lie on another one. */
export function placeGroups<Group extends Placed>(groups: readonly Group[]): Map<Group, { x: number; y: number }> {
  const taken: Placed[] = [];
  const places = new Map<Group, { x: number; y: number }>();
  for (const group of groups.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    let { y } = group;
    for (let below = lowest(taken, { ...group, y }); below !== undefined; below = lowest(taken, { ...group, y })) y = below;
    taken.push({ ...group, y });
    places.set(group, { x: group.x, y });
  }
  return places;
}

/** The lower edge of what lies in the way. */
function lowest(taken: readonly Placed[], { x, y, width, height }: Placed): number | undefined {
  const inTheWay = taken.filter((other) => other.x < x + width && x < other.x + other.width && other.y < y + height && y < other.y + other.height);
  return inTheWay.length === 0 ? undefined : Math.max(...inTheWay.map((other) => other.y + other.height));
}
