import { isObject } from '@parley/shared/expressions/fits';
import type { Json } from '@parley/shared/lib/json';
import { readJson } from './readJson.ts';

/** The translations an answer holds, by id; of an answer that broke off those that are whole. */
export function readTranslations(text: string, ids: readonly string[]): Map<string, string> {
  const json = readJson(text);
  // Some models put everything into one field more.
  const inside = json && !ids.some((id) => Object.hasOwn(json, id)) ? Object.values(json).find((value) => isObject(value)) : json;
  const found: Record<string, Json> = isObject(inside) ? inside : Object.fromEntries(wholePairs(text));
  return new Map(ids.flatMap((id) => {
    const said = Object.hasOwn(found, id) ? found[id] : undefined;
    return typeof said === 'string' ? [[id, said]] : [];
  }));
}

function wholePairs(text: string): [string, string][] {
  return [...text.matchAll(/"([\w-]{1,40})"\s*:\s*("(?:[^"\\]|\\.)*")/gs)].flatMap(([, id = '', said = '']): [string, string][] => {
    try {
      const value: unknown = JSON.parse(said);
      return typeof value === 'string' ? [[id, value]] : [];
    } catch {
      return [];
    }
  });
}
