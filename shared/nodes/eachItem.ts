/** An expression for every item of a list, where the item is called `item`; its result is a list. */
export function eachItem(list: string, body: string): string {
  return `(${list}).map(item, ${body})`;
}

/** How many items a list has. */
export function sizeOf(list: string): string {
  return `size(${list})`;
}

/** What an author typed into the fields such an expression was made of; undefined for any other. */
export function readEachItem(cel: string): { list: string; body: string } | undefined {
  const found = /^\((.*?)\)\.map\(item, (.*)\)$/s.exec(cel);
  return found?.[1] !== undefined && found[2] !== undefined ? { list: found[1], body: found[2] } : undefined;
}
