import type { TextRow } from '@parley/shared/translations/textRows';

/** A cell of the grid: the row by its id, 0 = the original. */
export interface GridCell {
  row: string;
  column: number;
}

/** One line of the grid: a text, or the head of a group before its first text. */
export interface GridLine {
  /** Place of its (first) text among the rows. */
  row: number;
  group: boolean;
  top: number;
  height: number;
  /** As it is told to screen readers; 1 is the head of the grid. */
  index: number;
}

export const groupHeight = 36;
export const rowHeight = 60;

/** Every line with its place: lines are of one height each, so that nothing has to be measured. */
export function linesOf(rows: readonly TextRow[]): { lines: GridLine[]; height: number; lineOf: Map<string, { row: number; line: number; top: number; height: number; first: boolean }> } {
  const lines: GridLine[] = [];
  const lineOf = new Map<string, { row: number; line: number; top: number; height: number; first: boolean }>();
  let top = 0;
  const put = (row: number, group: boolean, height: number): void => {
    lines.push({ row, group, top, height, index: lines.length + 2 });
    top += height;
  };
  for (const [place, row] of rows.entries()) {
    const before = rows[place - 1];
    const first = !before || before.flow !== row.flow || before.nodeId !== row.nodeId;
    if (first) put(place, true, groupHeight);
    lineOf.set(row.id, { row: place, line: lines.length, top, height: rowHeight, first });
    put(place, false, rowHeight);
  }
  return { lines, height: top, lineOf };
}

/** The lines in sight and some beside them; `kept` stays drawn, because it has the focus. */
export function windowOf(lines: readonly GridLine[], { top, height }: { top: number; height: number }, kept: number | undefined): GridLine[] {
  const beside = 400;
  const from = lowest(lines, top - beside);
  const to = lowest(lines, top + height + beside);
  const shown = lines.slice(Math.max(0, from - 1), to + 1);
  const line = kept === undefined ? undefined : lines[kept];
  return line && !shown.includes(line) ? [...shown, line] : shown;
}

/** Place of the first line that begins at or below a height. */
function lowest(lines: readonly GridLine[], top: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.top ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  return low;
}
