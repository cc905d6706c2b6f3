import type { Json, JsonObject } from '../../lib/json.ts';
import { isObject } from './migration.ts';
import type { Migration } from './migration.ts';

/** The only way out that nodes of early drafts had. */
const onlyExit = 'next';

/** Schema 0 to 1: edges become a map and name the exit they leave by; languages become one ordered list. */
export const edgesNameTheirExit: Migration = {
  name: 'edgesNameTheirExit',
  from: 0,
  why: 'Early drafts kept edges as an array that two people could not edit at once, left out the exit where a node had one, and kept the default language apart.',
  up(document) {
    return { ...document, schema: 1, languages: oneList(document['languages']), edges: byId(document['edges']) };
  },
};

function oneList(languages: Json | undefined): Json {
  if (!isObject(languages)) return languages ?? null;
  const others = Array.isArray(languages['others']) ? languages['others'] : [];
  return [languages['default'] ?? null, ...others];
}

/** Ids are made from the edge's place, so that reading the same old document twice gives the same new one. */
function byId(edges: Json | undefined): Json {
  if (!Array.isArray(edges)) return edges ?? null;
  const entries = edges.map((edge, index): [string, Json] => [`edge${index + 1}`, isObject(edge) ? withExit(edge) : edge]);
  return Object.fromEntries(entries);
}

function withExit(edge: JsonObject): JsonObject {
  return Object.hasOwn(edge, 'exit') ? edge : { ...edge, exit: onlyExit };
}
