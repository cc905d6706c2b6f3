import { isMatch } from '../expressions/isMatch.ts';

/** Where the reading of a pattern stands. */
interface Reader {
  pattern: string;
  at: number;
}

/**
 * A short text that a regular expression matches as a whole, for trying out questions that ask for one; undefined for a pattern that
 * is not understood or that nothing simple matches. Reads literals, classes, groups, alternatives and counts.
 */
export function sampleOfPattern(pattern: string): string | undefined {
  const reader: Reader = { pattern, at: 0 };
  const sample = alternatives(reader);
  return reader.at === pattern.length && matchesWhole(sample, pattern) ? sample : undefined;
}

function matchesWhole(text: string, pattern: string): boolean {
  try {
    return isMatch(text, `^(?:${pattern})$`);
  } catch {
    return false;
  }
}

/** The first alternative; the others are read and left. */
function alternatives(reader: Reader): string {
  const first = sequence(reader);
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    sequence(reader);
  }
  return first;
}

function sequence(reader: Reader): string {
  let text = '';
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    const piece = atom(reader);
    text += piece.repeat(least(reader));
  }
  return text;
}

/** One thing that can be counted, as the simplest text it stands for. */
function atom(reader: Reader): string {
  const sign = reader.pattern[reader.at] ?? '';
  reader.at += 1;
  switch (sign) {
    case '^':
    case '$': return '';
    case '.': return 'a';
    case '[': return oneOfClass(reader);
    case '(': {
      if (reader.pattern.startsWith('?:', reader.at)) reader.at += 2;
      const inside = alternatives(reader);
      reader.at += 1;
      return inside;
    }
    case '\\': {
      const escaped = reader.pattern[reader.at] ?? '';
      reader.at += 1;
      return sampleOfEscape[escaped] ?? escaped;
    }
    default: return sign;
  }
}

const sampleOfEscape: Readonly<Record<string, string>> = { d: '7', D: 'a', w: 'a', W: '-', s: ' ', S: 'a', b: '', B: '', t: '\t', n: '\n' };

/** The first member of a class; of a negated one, a letter or digit it does not name. */
function oneOfClass(reader: Reader): string {
  const end = reader.pattern.indexOf(']', reader.at + (reader.pattern[reader.at] === ']' ? 1 : 0));
  const inside = reader.pattern.slice(reader.at, end < 0 ? reader.pattern.length : end);
  reader.at = end < 0 ? reader.pattern.length : end + 1;
  if (inside.startsWith('^')) return ['a', '7', 'Z', '-', ' '].find((each) => matchesWhole(each, `[${inside}]`)) ?? '';
  return inside.startsWith('\\') ? (sampleOfEscape[inside[1] ?? ''] ?? inside[1] ?? '') : (inside[0] ?? '');
}

/** How often the thing just read stands there at least; a lazy or greedy sign behind it changes nothing. */
function least(reader: Reader): number {
  const sign = reader.pattern[reader.at];
  const count = /^\{(\d+)(?:,\d*)?\}/.exec(reader.pattern.slice(reader.at));
  const [times, length] = count ? [Number(count[1]), count[0].length] : sign === '?' || sign === '*' ? [0, 1] : [1, sign === '+' ? 1 : 0];
  reader.at += length;
  if (length > 0 && reader.pattern[reader.at] === '?') reader.at += 1;
  return times;
}
