/** A group of nodes as its tool placed it, and the room its nodes take here. */
export interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Keeps every group where its author put it; one that would lie on another goes below everything in its column. */
export function placeGroups<Group extends Placed>(groups: readonly Group[]): Map<Group, { x: number; y: number }> {
  const taken: Placed[] = [];
  const places = new Map<Group, { x: number; y: number }>();
  for (const group of groups.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const column = taken.filter((other) => other.x < group.x + group.width && group.x < other.x + other.width);
    const lies = column.some((other) => other.y < group.y + group.height && group.y < other.y + other.height);
    const y = lies ? column.reduce((lowest, other) => Math.max(lowest, other.y + other.height), group.y) : group.y;
    taken.push({ ...group, y });
    places.set(group, { x: group.x, y });
  }
  return places;
}
