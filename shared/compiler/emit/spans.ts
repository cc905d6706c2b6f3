import type CodeBlockWriter from 'code-block-writer';

/** Lines of the emitted code, both counted from 1 and included, and what stands there: a state, a text, or else a whole flow. */
export interface CodeSpan {
  flow: string;
  state?: string;
  /** Key of a text, as the machine has it. */
  text?: string;
  /** The node the state or text is of; unset where no node has it, such as `$error`. */
  node?: string;
  from: number;
  to: number;
}

/** What is known about pieces of code while they are written. */
export interface Marks {
  /** Writes a piece that begins on a line of its own, and keeps where. */
  around(what: Omit<CodeSpan, 'from' | 'to'>, write: () => void): void;
  /** The pieces by their lines in the code as it came to be, in the order they begin; a flow before its states. */
  spansOf(code: string): CodeSpan[];
}

/** Begins to keep which piece of the code is what. */
export function marksIn(writer: CodeBlockWriter): Marks {
  const pieces: { what: Omit<CodeSpan, 'from' | 'to'>; start: number; end: number }[] = [];
  return {
    around(what, write) {
      const piece = { what, start: writer.getLength(), end: 0 };
      pieces.push(piece);
      write();
      piece.end = writer.getLength();
    },
    spansOf(code) {
      const starts = lineStarts(code);
      // A piece ends with its line break, which is the last character of its last line.
      return pieces.map(({ what, start, end }) => ({ ...what, from: lineAt(starts, start), to: lineAt(starts, Math.max(start, end - 1)) }));
    },
  };
}

/** The narrowest piece that has a line: a state or text, or else its flow; undefined outside of all of them. */
export function spanAt(spans: readonly CodeSpan[], line: number): CodeSpan | undefined {
  const around = spans.filter(({ from, to }) => from <= line && line <= to);
  return around.find(({ state, text }) => state !== undefined || text !== undefined) ?? around[0];
}

/** The pieces of a node: all its states and texts, in the order they are written. */
export function spansOfNode(spans: readonly CodeSpan[], flow: string, node: string): CodeSpan[] {
  return spans.filter((span) => span.flow === flow && span.node === node);
}

function lineStarts(code: string): number[] {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, counted from 1, that a place in the code is on. */
function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
