import { ParseError } from '@marcbachmann/cel-js';
import type { ExpressionProblem } from './types.ts';

const tokens: Record<string, string> = {
  RPAREN: 'a closing bracket )', RBRACKET: 'a closing bracket ]', RBRACE: 'a closing bracket }', COLON: 'a colon :', IDENTIFIER: 'a name', COMMA: 'a comma',
};

/** Turns what the parser threw into one plain sentence with its place in the text. */
export function explainParseError(error: unknown, cel: string): ExpressionProblem {
  if (!(error instanceof ParseError)) return { message: 'This expression is nested too deeply.', from: 0, to: cel.length };
  const from = Math.min(error.range?.start ?? 0, cel.length);
  const to = Math.max(from, Math.min(error.range?.end ?? cel.length, cel.length));
  return { message: sentence(error, cel, from), from, to };
}

function sentence(error: ParseError, cel: string, from: number): string {
  const rest = cel.slice(from);
  const [point] = rest;
  switch (error.code) {
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
    case 'newline_in_string': return 'This text has no closing quote.';
    case 'expected_token': {
      const expected = tokens[/^Expected (\w+)/.exec(error.summary)?.[1] ?? ''] ?? 'something else';
      return point === undefined ? `${capital(expected)} is missing at the end.` : `Expected ${expected} before “${shorten(rest)}”.`;
    }
    case 'reserved_identifier': return `“${/\w+/.exec(rest)?.[0] ?? rest}” is a word of the language and cannot be a name.`;
    case 'invalid_number':
    case 'invalid_exponent': return 'This number is not written correctly.';
    case 'limit_exceeded': return error.summary.includes('maxDepth') ? 'This expression is nested too deeply.' : 'This expression has too many parts.';
    case 'invalid_macro_argument': return 'Give the item a name first, as in list.map(item, …).';
    default: return unexpected(error, rest, point);
  }
}

function unexpected(error: ParseError, rest: string, point: string | undefined): string {
  if (point === undefined) return 'The expression ends too early.';
  if (point === '=') return 'To compare, write == (two equals signs).';
  if ('“”‘’«»„'.includes(point)) return 'Use straight quotes: "text".';
  const word = /^(and|or|not|is)\b/.exec(rest)?.[1];
  if (word) return `Write ${{ and: '&&', or: '||', not: '!', is: '==' }[word] ?? '&&'} instead of “${word}”.`;
  if (point === '&' || point === '|') return `Write ${point}${point} (twice).`;
  if (error.code === 'unexpected_character' && /[^\x20-\x7e]/.test(point)) return `“${point}” cannot be used here; names are written with the letters a to z, digits and _.`;
  return `“${shorten(rest)}” was not expected here.`;
}

const shorten = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
