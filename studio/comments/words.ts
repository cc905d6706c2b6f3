/** A piece of a comment: plain, or the call of somebody by name. */
export interface Piece {
  text: string;
  called: boolean;
}

/** Takes a comment apart at the names of those it calls, the longest name first. */
export function piecesOf(text: string, names: readonly string[]): Piece[] {
  const calls = [...new Set(names)].filter(Boolean).toSorted((a, b) => b.length - a.length).map((name) => `@${name}`);
  const pieces: Piece[] = [];
  const plain = (letters: string): void => {
    const last = pieces.at(-1);
    if (last && !last.called) last.text += letters;
    else pieces.push({ text: letters, called: false });
  };
  for (let at = 0; at < text.length;) {
    const call = text[at] === '@' ? calls.find((each) => text.startsWith(each, at)) : undefined;
    if (call) pieces.push({ text: call, called: true });
    else plain(text[at] ?? '');
    at += call?.length ?? 1;
  }
  return pieces;
}

/** The name that is being typed after an @ before the caret; undefined when none is. */
export function callAt(text: string, caret: number): { from: number; begun: string } | undefined {
  const found = /(?:^|\s)@([^\s@]*(?: [^\s@]*)?)$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1]?.length ?? 0) - 1, begun: found[1] ?? '' } : undefined;
}

/** Those of `people` whose name is called by the text. */
export function calledBy<Who extends { id: string; name: string }>(text: string, people: readonly Who[]): Who[] {
  const called = new Set(piecesOf(text, people.map(({ name }) => name)).flatMap((piece) => (piece.called ? [piece.text] : [])));
  return people.filter(({ name }) => called.has(`@${name}`));
}
