/** A piece of a text that becomes another; places are counted in the text before. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/**
 * The edits that turn a text into another, by whole lines and as few as there are places that differ, in their order: what stands
 * between them is left alone, and with it the caret, folds and marks that stand there.
 */
export function textEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  const starts = [0];
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length);
  return changedRuns(old, now).map(({ from, to, by }) => ({ start: starts[from] ?? 0, end: starts[to] ?? 0, text: by.join('') }));
}

interface Run {
  from: number;
  to: number;
  by: string[];
}

interface Window {
  oldFrom: number;
  oldTo: number;
  nowFrom: number;
  nowTo: number;
}

/** Each with its line break, so that joined they are the text. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** Lines that stand once on both sides are where the two are laid over one another (patience diff). */
function changedRuns(old: readonly string[], now: readonly string[]): Run[] {
  const runs: Run[] = [];
  const todo: Window[] = [{ oldFrom: 0, oldTo: old.length, nowFrom: 0, nowTo: now.length }];
  for (let window = todo.pop(); window; window = todo.pop()) {
    const inside = trimmed(old, now, window);
    if (inside.oldFrom === inside.oldTo && inside.nowFrom === inside.nowTo) continue;
    const anchors = inside.oldFrom === inside.oldTo || inside.nowFrom === inside.nowTo ? [] : anchorsIn(old, now, inside);
    if (anchors.length === 0) {
      runs.push({ from: inside.oldFrom, to: inside.oldTo, by: now.slice(inside.nowFrom, inside.nowTo) });
      continue;
    }
    const ends: [number, number][] = [...anchors, [inside.oldTo, inside.nowTo]];
    let [oldFrom, nowFrom] = [inside.oldFrom, inside.nowFrom];
    for (const [oldAt, nowAt] of ends) {
      todo.push({ oldFrom, oldTo: oldAt, nowFrom, nowTo: nowAt });
      [oldFrom, nowFrom] = [oldAt + 1, nowAt + 1];
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** Without the equal lines at both ends. */
function trimmed(old: readonly string[], now: readonly string[], { oldFrom, oldTo, nowFrom, nowTo }: Window): Window {
  let [a, b, c, d] = [oldFrom, oldTo, nowFrom, nowTo];
  while (a < b && c < d && old[a] === now[c]) { a += 1; c += 1; }
  while (a < b && c < d && old[b - 1] === now[d - 1]) { b -= 1; d -= 1; }
  return { oldFrom: a, oldTo: b, nowFrom: c, nowTo: d };
}

/** Places of lines that stand exactly once on both sides, in the longest order both have. */
function anchorsIn(old: readonly string[], now: readonly string[], { oldFrom, oldTo, nowFrom, nowTo }: Window): [number, number][] {
  const places = new Map<string, number | undefined>();
  for (let at = nowFrom; at < nowTo; at += 1) places.set(now[at] ?? '', places.has(now[at] ?? '') ? undefined : at);
  const times = new Map<string, number>();
  for (let at = oldFrom; at < oldTo; at += 1) times.set(old[at] ?? '', (times.get(old[at] ?? '') ?? 0) + 1);
  const pairs: [number, number][] = [];
  for (let at = oldFrom; at < oldTo; at += 1) {
    const line = old[at] ?? '';
    const other = times.get(line) === 1 ? places.get(line) : undefined;
    if (other !== undefined) pairs.push([at, other]);
  }
  return longestRising(pairs);
}

/** The longest part of the pairs whose second places rise, too. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  });
  const found: [number, number][] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) {
    const pair = pairs[at];
    if (pair) found.push(pair);
  }
  return found.reverse();
}
