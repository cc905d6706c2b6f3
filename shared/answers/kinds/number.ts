import type { Incoming } from '../../messages/incoming.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { foldedWords, plainForm } from '../fold.ts';
import { scales, smallNumbers } from '../numberWords.data.ts';
import { expected, saidText } from '../recognised.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';

/** Understands a number in figures or words (English, French, Hindi); two different numbers, or a range, are refused. */
export function recogniseNumber({ min, max, whole }: Extract<Recogniser, { kind: 'number' }>, message: Incoming, { facts }: AnswerContext): Recognised {
  const said = saidText(message);
  if (said === undefined) return expected('a number', message.type);
  const read = readNumber(said.slice(0, 400), facts.language);
  if (typeof read === 'string') return { ok: false, reason: read };
  if (whole && !Number.isInteger(read)) return { ok: false, reason: `${read} is not a whole number.` };
  if (min !== undefined && read < min) return { ok: false, reason: `${read} is less than ${min}.` };
  if (max !== undefined && read > max) return { ok: false, reason: `${read} is more than ${max}.` };
  return { ok: true, value: read };
}

const opposite = new Set(['or', 'ou', 'ya', 'या', 'between', 'entre', 'not', 'pas', 'नहि', 'nahi', 'to']);

/** The one number a text names, or why there is none. */
export function readNumber(text: string, language: string): number | string {
  const plain = plainForm(text);
  const figures = plain.match(/[-−–]?\s?\d[\d.,'\s\u00a0\u202f]*/g) ?? [];
  const numbers = figures.map((written) => readFigures(written, language));
  const words = foldedWords(text);
  if (numbers.length === 0) return readWords(words, language);
  const [number] = numbers;
  if (number === undefined || numbers.some((other) => other !== number)) return 'It has more than one number, or one written in a way that can be read twice.';
  if (words.some((word) => opposite.has(word)) || /\d\s*%|\d\s*[a-z]*\s*[-–]\s*\d/.test(plain) || /\d[:/h]\d/.test(plain)) return 'It says more than a number.';
  return new RegExp(`\\d[\\d., ]*\\s*(k|${[...scales.keys()].join('|')})(?![\\p{L}\\p{M}])`, 'u').test(plain) ? 'It mixes figures and words.' : number;
}

/** `1,234.5`, `1 234,5`, `1.234,5`, `12,34,567`; undefined when it reads two ways. */
function readFigures(written: string, language: string): number | undefined {
  const negative = /^[-−–]/.test(written);
  const text = written.replace(/^[-−–]\s?/, '').trim().replace(/[.,]+$/, '').replace(/['\s\u00a0\u202f]/g, (sign, at: number, all: string) => (/^\d{3}(?!\d)/.test(all.slice(at + 1)) ? '' : sign));
  const value = parseFigures(text, language);
  return value === undefined ? undefined : negative ? -value : value;
}

function parseFigures(text: string, language: string): number | undefined {
  if (!/^[\d.,]+$/.test(text) || text.length > 20) return undefined;
  if (/^\d+$/.test(text)) return safe(text);
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const [sign, whole, fraction] = [text.charAt(last), text.slice(0, last), text.slice(last + 1)];
  const other = sign === '.' ? ',' : '.';
  const groupedBy = (mark: string, part: string): boolean => new RegExp(`^\\d{1,3}(\\${mark}\\d{2,3})*\\${mark}\\d{3}$`).test(part);
  if (groupedBy(other, whole)) return safe(`${whole.replaceAll(other, '')}.${fraction}`);
  if (whole.includes(sign)) return groupedBy(sign, text) ? safe(text.replaceAll(sign, '')) : undefined;
  if (!/^\d+$/.test(whole)) return undefined;
  // "1,234" is a thousand to some and a little more than one to others: the contact's language decides.
  const decimal = language.startsWith('fr') ? ',' : '.';
  if (fraction.length === 3 && whole.length <= 3 && sign !== decimal && whole !== '0') return safe(whole + fraction);
  return safe(`${whole}.${fraction}`);
}

function safe(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

function readWords(words: readonly string[], language: string): number | string {
  const base = language.split('-', 1)[0];
  const order = (['en', 'fr', 'hi'] as const).toSorted((a, b) => Number(b === base) - Number(a === base));
  for (const known of order) {
    const read = combine(words, smallNumbers[known]);
    if (read !== undefined) return read;
  }
  return 'No number was found in it.';
}

/** Adds up one run of number words: twenty five, quatre-vingt-dix, दो सौ पचास. */
function combine(words: readonly string[], small: ReadonlyMap<string, number>): number | string | undefined {
  if (words.some((word) => opposite.has(word))) return words.some((word) => small.has(word)) ? 'It says more than a number.' : undefined;
  const isNumber = (word: string): boolean => small.has(word) || scales.has(word);
  const start = words.findIndex(isNumber);
  if (start < 0) return undefined;
  let [total, current, last, end] = [0, 0, Infinity, start];
  for (; end < words.length; end += 1) {
    const word = words[end] ?? '';
    const [value, scale] = [small.get(word), scales.get(word)];
    if (value !== undefined) {
      // quatre-vingts: the one place where a small number multiplies.
      if (value === 20 && current === 4 && last === 4) current = 80;
      else if (last < 20 && !(last === 10 && value < 10 && value > 6)) return 'It has more than one number.';
      else if (value >= 20 && last < Infinity && last < 100) return 'It has more than one number.';
      else current += value;
      last = current >= 80 && value === 20 ? 80 : value;
    } else if (scale !== undefined) {
      if (scale === 100) current = (current || 1) * 100;
      else [total, current] = [total + (current || 1) * scale, 0];
      last = Infinity;
    } else if (!((word === 'and' || word === 'et') && isNumber(words[end + 1] ?? ''))) break;
  }
  if (words.slice(end).some(isNumber)) return 'It has more than one number.';
  const negative = ['minus', 'moins'].includes(words[start - 1] ?? '');
  return negative ? -(total + current) : total + current;
}
