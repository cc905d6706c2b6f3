import { RE2JS } from 're2js';
import { Failure } from './failure.ts';

/** The longest pattern: compiling and matching take time in proportion to it. */
export const maxPattern = 200;

const compiled = new Map<string, RE2JS | null>();

/** Why a pattern (RE2 syntax) cannot be used, or undefined. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > maxPattern) return `A pattern has at most ${maxPattern} characters; this one has ${pattern.length}.`;
  return compile(pattern) === null ? `“${pattern}” is not a pattern (look back and back references are not supported).` : undefined;
}

/** Whether a text matches a pattern anywhere in it, in time linear in both. Throws a Failure for what is no pattern. */
export function isMatch(text: string, pattern: string): boolean {
  const problem = patternProblem(pattern);
  if (problem !== undefined) throw new Failure(problem);
  return compile(pattern)?.matcher(text).find() ?? false;
}

function compile(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  // Patterns of a release are few; one made of data must not fill the memory.
  if (compiled.size >= 200) compiled.clear();
  let machine: RE2JS | null = null;
  try {
    machine = RE2JS.compile(pattern);
  } catch {
    // Not a pattern: remembered as null, said by patternProblem.
  }
  compiled.set(pattern, machine);
  return machine;
}
