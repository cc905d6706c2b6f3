import { isObject } from '@parley/shared/expressions/fits';
import type { Json, JsonObject } from '@parley/shared/lib/json';

/** The JSON object of an answer, also where a model puts it in a code block or says something around it; undefined when there is none. */
export function readJson(text: string): JsonObject | undefined {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from < 0 || to < from) return undefined;
  try {
    const value = JSON.parse(text.slice(from, to + 1)) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
