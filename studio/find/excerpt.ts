/** A text around a place in it, on one line: what stands before, the place itself, and what follows. */
export function excerpt({ text, from, to }: { text: string; from: number; to: number }, around = 28): { before: string; found: string; after: string } {
  const start = from <= around ? 0 : from - around;
  const line = (part: string): string => part.replace(/\s+/g, ' ');
  return { before: (start > 0 ? '…' : '') + line(text.slice(start, from)), found: line(text.slice(from, to)), after: line(text.slice(to, to + 120)) };
}
