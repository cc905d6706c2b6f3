import { editDistance } from '../../expressions/nearest.ts';
import { fold, plainForm } from '../fold.ts';
import type { Lexicon, Meaning } from './lexicon.ts';

/** One piece of what was said: a word's meaning, a number, or a date or time in figures. */
export type Token = Meaning
  | { as: 'digits'; n: number; length: number }
  /** Hour and minutes; `exact` when it can only be read on a 24 hour clock. */
  | { as: 'time'; hour: number; minute: number; exact: boolean }
  | { as: 'meridiem'; from: number; to: number }
  | { as: 'iso'; year: number; month: number; day: number }
  /** Day and month in figures, in whichever order the writer is used to. */
  | { as: 'figures'; first: number; second: number; year?: number }
  /** `10.30`: a time to some, a day to others. */
  | { as: 'dotted'; first: number; second: number; written: string }
  | { as: 'unknown' };

const forms = new RegExp([
  /(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})t?(?!\d)/u,
  /(?<d1>\d{1,2})(?<separator>[/.-])(?<d2>\d{1,2})\k<separator>(?<y>\d{4}|\d{2})(?![\d])/u,
  /(?<h>\d{1,2}) ?(?:h|:) ?(?<m>\d{2})(?::\d{2})?(?![\d])/u,
  /(?<d3>\d{1,2})\/(?<d4>\d{1,2})(?![\d])/u,
  /(?<d5>\d{1,2})\.(?<d6>\d{2})(?![\d])/u,
  /(?<meridiem>[ap])\.? ?m\b\.?/u,
  /(?<number>\d+)/u,
  /(?<word>[\p{L}\p{M}]+|@)/u,
  /(?<range>(?<=\d)\s?[-–]\s?(?=\d))/u,
].map((form) => form.source).join('|'), 'gu');

/** The most pieces looked at: nobody says a date in more, and the work stays small. */
const mostTokens = 60;

/** Cuts a text into pieces with the meanings of a lexicon; misspelt weekdays, months and days are found when only one is near. */
export function tokenise(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let words: string[] = [];
  const flush = (): void => {
    tokens.push(...meaningsOf(words, lexicon));
    words = [];
  };
  for (const { groups = {} } of plainForm(text).slice(0, 400).matchAll(forms)) {
    const { word } = groups;
    if (word !== undefined) {
      words.push(word === '@' ? 'at' : fold(word));
      continue;
    }
    flush();
    tokens.push(figure(groups));
    if (tokens.length >= mostTokens) break;
  }
  flush();
  return tokens.slice(0, mostTokens);
}

function figure(groups: Partial<Record<string, string>>): Token {
  const number = (name: string): number => Number(groups[name]);
  if (groups['year']) return { as: 'iso', year: number('year'), month: number('month'), day: number('day') };
  if (groups['y']) return { as: 'figures', first: number('d1'), second: number('d2'), year: fullYear(groups['y']) };
  if (groups['h']) return { as: 'time', hour: number('h'), minute: number('m'), exact: number('h') > 12 || groups['h'].startsWith('0') };
  if (groups['d3']) return { as: 'figures', first: number('d3'), second: number('d4') };
  if (groups['d5']) return { as: 'dotted', first: number('d5'), second: number('d6'), written: groups['d5'] };
  if (groups['meridiem']) return groups['meridiem'] === 'a' ? { as: 'meridiem', from: 0, to: 720 } : { as: 'meridiem', from: 720, to: 1_440 };
  if (groups['range'] !== undefined) return { as: 'stop' };
  const digits = groups['number'] ?? '';
  return { as: 'digits', n: digits.length > 6 ? Number.NaN : Number(digits), length: digits.length };
}

function fullYear(written: string): number {
  const year = Number(written);
  return written.length === 4 ? year : year < 70 ? 2_000 + year : 1_900 + year;
}

function meaningsOf(words: string[], lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const [token, count] = longestPhrase(words, at, lexicon);
    tokens.push(token);
    at += count;
  }
  return tokens;
}

function longestPhrase(words: string[], at: number, lexicon: Lexicon): [Token, number] {
  for (let count = Math.min(lexicon.longest, words.length - at); count > 0; count -= 1) {
    const meaning = lexicon.meanings.get(words.slice(at, at + count).join(' '));
    if (meaning) return [meaning, count];
  }
  return [corrected(words[at] ?? '', lexicon) ?? { as: 'unknown' }, 1];
}

/** The one weekday, month or day that a long word is a misspelling of; undefined when none or several are near. */
function corrected(word: string, { correctable, meanings }: Lexicon): Meaning | undefined {
  const letters = Array.from(word);
  if (letters.length < 6) return undefined;
  let found: Meaning | undefined;
  for (const candidate of correctable) {
    if (candidate[0] !== word[0]) continue;
    const limit = candidate.length >= 8 ? 2 : 1;
    if (editDistance(letters, Array.from(candidate), limit) > limit) continue;
    const meaning = meanings.get(candidate);
    if (found && JSON.stringify(found) !== JSON.stringify(meaning)) return undefined;
    found = meaning;
  }
  return found;
}
