import type { ExpressionProblem, Template } from './types.ts';
import { parseSyntax } from './syntax.ts';
import { variablesOf } from './variablesOf.ts';

/** The parse of a text with `{{ expressions }}`: its pieces, or every mistake with its place in the text. */
export type ParsedTemplate = { ok: true; template: Template } | { ok: false; problems: ExpressionProblem[] };

/** One `{{ expression }}` of a text: where it stands with its braces, and the expression between them. */
export interface Hole {
  from: number;
  to: number;
  cel: string;
  /** Where the expression itself begins. */
  at: number;
  closed: boolean;
}

/** Cuts a text into literal text and expressions. A piece is named after the first variable of its expression. */
export function parseTemplate(text: string): ParsedTemplate {
  const template: Template = [];
  const problems: ExpressionProblem[] = [];
  let from = 0;
  for (const hole of holesOf(text)) {
    if (hole.from > from) template.push(text.slice(from, hole.from));
    from = hole.to;
    const problem = problemOf(hole);
    if (problem) problems.push(problem);
    else template.push({ cel: hole.cel, name: variablesOf(hole.cel)[0] ?? hole.cel });
  }
  if (from < text.length) template.push(text.slice(from));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, template };
}

/** Every `{{ expression }}` of a text in order; braces and quotes inside an expression do not end it. */
export function holesOf(text: string): Hole[] {
  const holes: Hole[] = [];
  for (let from = text.indexOf('{{'); from >= 0; from = text.indexOf('{{', holes.at(-1)?.to ?? from + 2)) {
    const end = endOf(text, from + 2);
    const written = text.slice(from + 2, end ?? text.length);
    const cel = written.trim();
    holes.push({ from, to: end === undefined ? text.length : end + 2, cel, at: from + 2 + written.length - written.trimStart().length, closed: end !== undefined });
  }
  return holes;
}

function endOf(text: string, from: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === '\\') at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{') depth += 1;
    else if (letter === '}' && depth > 0) depth -= 1;
    else if (letter === '}' && text.charAt(at + 1) === '}') return at;
  }
  return undefined;
}

function problemOf(hole: Hole): ExpressionProblem | undefined {
  if (!hole.closed) return { message: 'This {{ has no }} that closes it.', from: hole.from, to: hole.to };
  if (hole.cel === '') return { message: 'Write the name of a variable between {{ and }}.', from: hole.from, to: hole.to };
  const parsed = parseSyntax(hole.cel);
  return parsed.ok ? undefined : { message: parsed.problem.message, from: hole.at + parsed.problem.from, to: hole.at + parsed.problem.to };
}
