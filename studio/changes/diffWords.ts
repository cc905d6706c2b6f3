/** A piece of a text that is on both sides, or only on one. */
export interface Piece {
  text: string;
  on: 'both' | 'before' | 'after';
}

/** More words than this on a side, between what both begin and end with, are told as replaced whole: nobody reads that word by word. */
const most = 1_200;

/** Word by word, what became of a text. Joined, the pieces of one side and of both are that side. */
export function diffWords(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return grouped([{ text: a.slice(0, head).join(''), on: 'both' }, ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), { text: a.slice(a.length - tail).join(''), on: 'both' }]);
}

/** Changes that stand side by side as one on each side; the space between two changed words is part of the change. */
function grouped(single: readonly Piece[]): Piece[] {
  const given = single.filter(({ text }) => text !== '');
  const pieces: Piece[] = [];
  const open = { before: '', after: '' };
  const close = (): void => {
    for (const on of ['before', 'after'] as const) {
      if (open[on]) pieces.push({ text: open[on], on });
      open[on] = '';
    }
  };
  for (const [at, { text, on }] of given.entries()) {
    const next = given[at + 1];
    const between = on === 'both' && text.trim() === '' && (open.before !== '' || open.after !== '') && next !== undefined && next.on !== 'both';
    if (on !== 'both') open[on] += text;
    else if (between) {
      open.before += text;
      open.after += text;
    } else {
      close();
      const last = pieces.at(-1);
      if (last?.on === 'both') last.text += text;
      else pieces.push({ text, on });
    }
  }
  close();
  return pieces;
}

/** How much of both texts is the same, from 0 to 1: marked words help where much is, and confuse where little is. */
export function likeness(pieces: readonly Piece[]): number {
  const length = (on: Piece['on']): number => pieces.reduce((sum, piece) => sum + (piece.on === on ? piece.text.trim().length : 0), 0);
  const whole = 2 * length('both') + length('before') + length('after');
  return whole === 0 ? 1 : (2 * length('both')) / whole;
}

/** Words with the space behind them, and signs one by one; scripts without spaces go letter by letter. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}_]+|\s+|./gu) ?? [];
}

/** The longest run of words both have in this order; the others are on their side only. */
function middle(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length === 0 || b.length === 0 || a.length > most || b.length > most) return [{ text: a.join(''), on: 'before' }, { text: b.join(''), on: 'after' }];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ text: a[i] ?? '', on: 'both' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) {
      pieces.push({ text: a[i] ?? '', on: 'before' });
      i += 1;
    } else {
      pieces.push({ text: b[j] ?? '', on: 'after' });
      j += 1;
    }
  }
  return pieces;
}
