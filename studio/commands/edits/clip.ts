import { edgeSchema, nodeSchema, noteSchema, translationSchema, variableSchema } from '@parley/shared/flow/document';
import type { Flow } from '@parley/shared/flow/document';
import { makeId } from '@parley/shared/lib/id';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Random } from '@parley/shared/lib/id';
import * as z from 'zod';
import { structuredCloneJson } from './nodes.ts';
import type { Place } from './nodes.ts';

const clipSchema = z.object({
  parley: z.literal('clip'),
  nodes: z.record(z.string(), nodeSchema),
  notes: z.record(z.string(), noteSchema),
  edges: z.array(edgeSchema),
  /** Those the copied nodes name, so that another drawing gets them too. */
  variables: z.record(z.string(), variableSchema),
  translations: z.record(z.string(), z.record(z.string(), translationSchema)),
});

/** Room that a card needs at least, in canvas pixels. */
const card = { width: 232, height: 130 };

/** A piece of a drawing on its way to another place, another flow or another bot. */
export type Clip = z.infer<typeof clipSchema>;

/** Copies nodes and notes with the edges between them; the start stays. Undefined when nothing is left to copy. */
export function clipOf(flow: Flow, ids: readonly string[]): Clip | undefined {
  const nodes = picked(flow.nodes, ids.filter((id) => flow.nodes[id]?.type !== 'start'));
  const notes = picked(flow.notes, ids);
  if (Object.keys(nodes).length + Object.keys(notes).length === 0) return undefined;
  // Fields name a variable by its id, expressions and texts by its name.
  const written = JSON.stringify(nodes);
  const words = new Set(written.match(/[A-Za-z_][A-Za-z0-9_]*/g));
  const isOf = (key: string): boolean => Object.hasOwn(nodes, key.split('/')[0] ?? '');
  return structuredCloneJson({
    parley: 'clip', nodes, notes,
    edges: Object.values(flow.edges).filter(({ from, to }) => Object.hasOwn(nodes, from) && Object.hasOwn(nodes, to)),
    variables: Object.fromEntries(Object.entries(flow.variables).filter(([id, { name }]) => words.has(name) || written.includes(`"${id}"`))),
    translations: Object.fromEntries(Object.entries(flow.translations).map(([language, texts]) => [language, Object.fromEntries(Object.entries(texts).filter(([key]) => isOf(key)))])),
  });
}

/** Reads what was copied, in this window or another one; undefined for any other text. */
export function readClip(text: string): Clip | undefined {
  if (!text.startsWith('{"parley":"clip"')) return undefined;
  try {
    return clipSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Puts a clip on a drawing with its upper left corner at a place, or below where it would cover cards, and gives the new ids.
 * Variables that the drawing lacks come along; translations where it speaks their language.
 */
export function pasteClip(flow: Flow, clip: Clip, { at, random }: { at: Place; random: Random }): string[] {
  const things = [...Object.values(clip.nodes), ...Object.values(clip.notes)];
  const corner = { x: Math.min(...things.map(({ x }) => x)), y: Math.min(...things.map(({ y }) => y)) };
  const by = { x: Math.round(at.x - corner.x), y: Math.round(at.y - corner.y) };
  const others = [...Object.values(flow.nodes), ...Object.values(flow.notes)];
  const covers = (): boolean => things.some(({ x, y }) => others.some((other) => Math.abs(other.x - x - by.x) < card.width && Math.abs(other.y - y - by.y) < card.height));
  for (let tries = 0; tries < 500 && covers(); tries += 1) by.y += 36;
  const ids = new Map([...Object.keys(clip.nodes), ...Object.keys(clip.notes)].map((id) => [id, makeId(random)]));
  const named = (id: string): string => ids.get(id) ?? id;
  const variables = takeVariables(flow, clip, random);
  for (const [id, node] of Object.entries(clip.nodes)) flow.nodes[named(id)] = { ...node, data: renamed(node.data, variables), x: node.x + by.x, y: node.y + by.y };
  for (const [id, note] of Object.entries(clip.notes)) flow.notes[named(id)] = { ...note, x: note.x + by.x, y: note.y + by.y };
  for (const { from, exit, to } of clip.edges) flow.edges[makeId(random)] = { from: named(from), exit, to: named(to) };
  for (const [language, texts] of Object.entries(clip.translations)) {
    if (!flow.languages.includes(language)) continue;
    const own = flow.translations[language] ?? {};
    for (const [key, translation] of Object.entries(texts)) own[named(key.split('/')[0] ?? '') + key.slice(key.indexOf('/'))] = translation;
    flow.translations[language] = own;
  }
  return [...ids.values()];
}

/** Gives the drawing the variables it lacks; says what each of the clip's is called there: its id, by the id it had. */
function takeVariables(flow: Flow, clip: Clip, random: Random): Map<string, string> {
  const known = new Map(Object.entries(flow.variables).map(([id, { name }]) => [name, id]));
  let order = Math.max(0, ...Object.values(flow.variables).map((variable) => Math.floor(variable.order)));
  return new Map(Object.entries(clip.variables).map(([id, variable]) => {
    const there = known.get(variable.name);
    if (there !== undefined) return [id, there];
    const made = makeId(random);
    order += 1;
    flow.variables[made] = { ...variable, order };
    // What a flow is given and gives back is its own affair.
    delete flow.variables[made].direction;
    return [id, made];
  }));
}

/** JSON with ids replaced where they stand alone. */
function renamed(data: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) => (typeof value === 'string' ? ids.get(value) ?? value : value)) as JsonObject;
}

function picked<Value>(map: Readonly<Record<string, Value>>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(ids.flatMap((id) => { const value = map[id]; return value ? [[id, value]] : []; }));
}
