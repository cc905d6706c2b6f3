import type * as z from 'zod';
import { isObject } from './migrations/migration.ts';

/** One thing wrong with the shape of what came in, and exactly where: keys joined by dots, '' for the whole. */
export interface Problem {
  path: string;
  message: string;
}

/** Says a failed parse as problems below `path`, the most specific place of each. */
export function problemsOf(error: z.core.$ZodError, path: readonly string[]): Problem[] {
  return error.issues.flatMap((issue) => flatten(issue, path));
}

function flatten(issue: z.core.$ZodIssue, around: readonly string[]): Problem[] {
  const path = [...around, ...issue.path.map(String)];
  if (issue.code === 'invalid_union') {
    // Of the alternatives the one that got furthest is what the person most likely meant.
    const nearest = issue.errors.toSorted((a, b) => furthest(b) - furthest(a) || a.length - b.length)[0];
    if (nearest && nearest.length > 0) return nearest.flatMap((inner) => flatten(inner, path));
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'There is no such field' }));
  // The rule a key breaks is told inside; its own message is only "Invalid key in record".
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [{ path: path.join('.'), message }];
}

function furthest(issues: z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

/** Keys that parsing left out because no schema knows them: a misspelt field is named, not lost. */
export function droppedKeys(input: unknown, output: unknown, path: readonly string[] = []): Problem[] {
  if (Array.isArray(input)) return Array.isArray(output) ? input.flatMap((item, index) => droppedKeys(item, output[index], [...path, String(index)])) : [];
  if (!isObject(input) || !isObject(output)) return [];
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(output, key)) problems.push({ path: [...path, key].join('.'), message: 'There is no such field' });
    else if (typeof value === 'object') problems.push(...droppedKeys(value, output[key], [...path, key]));
  }
  return problems;
}
