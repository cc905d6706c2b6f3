/** Reads a path such as `items[0].name` to its steps; undefined when it is none. */
export function pathSteps(path: string): (string | number)[] | undefined {
  if (!/^(\w+|\[\d{1,6}\])(\.\w+|\[\d{1,6}\])*$/.test(path)) return undefined;
  return Array.from(path.matchAll(/\[(\d+)\]|(\w+)/g), ([, place, name]) => (place === undefined ? (name ?? '') : Number(place)));
}
