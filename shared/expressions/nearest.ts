/** Edits (insert, remove, change, swap two neighbours) that turn one text into another; `limit + 1` when there are more. */
export function editDistance(from: readonly string[], to: readonly string[], limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= to.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
      if (least < best) best = least;
    }
    // Rows never get smaller again, and a swap looks back two rows.
    if (best > limit && Math.min(...last) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[to.length] ?? limit + 1, limit + 1);
}

/** The name most like what was written, when one is near enough to have been meant. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const letters = Array.from(written.toLowerCase());
  let best: string | undefined;
  let least = Math.max(1, Math.floor(letters.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(letters, Array.from(name.toLowerCase()), least - 1);
    if (distance >= least) continue;
    [best, least] = [name, distance];
  }
  return best;
}
