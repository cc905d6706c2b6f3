import { sameJson } from '@parley/shared/flow/applyBatch';
import type { Flow, FlowVariable } from '@parley/shared/flow/document';
import { renameReferences } from '@parley/shared/flow/renameVariable';
import { makeId } from '@parley/shared/lib/id';
import type { Random } from '@parley/shared/lib/id';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { Clip } from './clip.ts';
import { putAt } from '@parley/shared/flow/putAt';
import { connect, structuredCloneJson } from './nodes.ts';
import type { Place } from './nodes.ts';
import { mainExit, startOf } from './reading.ts';
import { freshName } from './variables.ts';

/** Room that a card needs at least, in canvas pixels. */
const card = { width: 232, height: 130 };

/** Where a clip goes. */
export interface Pasting {
  at: Place;
  random: Random;
  nodeTypes: NodeTypes;
  /** Variables of the main flow that can be named here, where the drawing is another flow. */
  known?: Flow['variables'] | undefined;
  /** The node of the clip where a conversation begins: a start that leads nowhere yet leads there. */
  begin?: string | undefined;
}

/** What became of a clip: the new ids by the old, the variables that had to be called otherwise, the languages that stayed behind. */
export interface Pasted {
  ids: ReadonlyMap<string, string>;
  renamed: { from: string; to: string }[];
  languages: string[];
}

/**
 * Puts a clip on a drawing with its upper left corner at a place, or below where it would cover cards. Variables that the drawing
 * lacks come along; one whose name stands for another type here gets a name of its own, in every expression of the clip.
 * Translations come along where the drawing speaks their language.
 */
export function pasteClip(flow: Flow, given: Clip, { at, random, nodeTypes, known = {}, begin }: Pasting): Pasted {
  const { clip, ids: variables, renamed } = settleNames(flow, given, { random, nodeTypes, known });
  const by = placeOf(flow, clip, at);
  const ids = new Map([...Object.keys(clip.nodes), ...Object.keys(clip.notes), ...Object.keys(clip.frames ?? {})].map((id) => [id, makeId(random)]));
  const named = (id: string): string => ids.get(id) ?? id;
  for (const [id, node] of Object.entries(clip.nodes)) flow.nodes[named(id)] = { ...node, data: withIds(node.data, variables), x: node.x + by.x, y: node.y + by.y };
  for (const [id, note] of Object.entries(clip.notes)) flow.notes[named(id)] = { ...note, x: note.x + by.x, y: note.y + by.y };
  for (const [id, frame] of Object.entries(clip.frames ?? {})) {
    flow.frames ??= {};
    flow.frames[named(id)] = { ...frame, x: frame.x + by.x, y: frame.y + by.y };
  }
  for (const { from, exit, to } of clip.edges) flow.edges[makeId(random)] = { from: named(from), exit, to: named(to) };
  const start = startOf(flow);
  const first = begin === undefined ? undefined : ids.get(begin);
  if (start && first && !Object.values(flow.edges).some(({ from }) => from === start)) connect(flow, start, mainExit(flow.nodes[start] ?? { type: '', x: 0, y: 0, data: {} }, nodeTypes) ?? 'next', first, random);
  const languages: string[] = [];
  for (const [language, texts] of Object.entries(clip.translations)) {
    if (Object.keys(texts).length === 0) continue;
    if (!flow.languages.includes(language)) {
      languages.push(language);
      continue;
    }
    const own = flow.translations[language] ?? {};
    for (const [key, translation] of Object.entries(texts)) own[named(key.split('/')[0] ?? '') + key.slice(key.indexOf('/'))] = translation;
    flow.translations[language] = own;
  }
  return { ids, renamed, languages };
}

function placeOf(flow: Flow, clip: Clip, at: Place): Place {
  const things = [...Object.values(clip.nodes), ...Object.values(clip.notes)];
  const corners = things.length > 0 ? [...things, ...Object.values(clip.frames ?? {})] : Object.values(clip.frames ?? {});
  const corner = { x: Math.min(...corners.map(({ x }) => x)), y: Math.min(...corners.map(({ y }) => y)) };
  const by = { x: Math.round(at.x - corner.x), y: Math.round(at.y - corner.y) };
  const others = [...Object.values(flow.nodes), ...Object.values(flow.notes)];
  const covers = (): boolean => things.some(({ x, y }) => others.some((other) => Math.abs(other.x - x - by.x) < card.width && Math.abs(other.y - y - by.y) < card.height));
  for (let tries = 0; tries < 500 && covers(); tries += 1) by.y += 36;
  return by;
}

/** Gives the drawing the variables it lacks; gives the clip as it is to be pasted, and what each variable's id is here. */
function settleNames(flow: Flow, given: Clip, { random, nodeTypes, known }: Pick<Pasting, 'random' | 'nodeTypes' | 'known'>): { clip: Clip; ids: Map<string, string>; renamed: Pasted['renamed'] } {
  const here = new Map([...Object.entries(known ?? {}), ...Object.entries(flow.variables)].map(([id, variable]) => [variable.name, { id, variable }]));
  let order = Math.max(0, ...Object.values(flow.variables).map((variable) => Math.floor(variable.order)));
  const ids = new Map<string, string>();
  const renamed: Pasted['renamed'] = [];
  let clip = given;
  const sorted = Object.entries(given.variables).toSorted(([, a], [, b]) => a.order - b.order);
  for (const [id, variable] of sorted) {
    const there = here.get(variable.name);
    if (there && sameJson(there.variable.type, variable.type)) {
      ids.set(id, there.id);
      continue;
    }
    const name = there ? otherName(flow, variable.name, { clip: given, here }) : variable.name;
    if (name !== variable.name) {
      clip = withName(clip, { from: variable.name, to: name, nodeTypes, flow });
      renamed.push({ from: variable.name, to: name });
    }
    const made = makeId(random);
    order += 1;
    flow.variables[made] = ownVariable(variable, name, order);
    ids.set(id, made);
  }
  return { clip, ids, renamed };
}

/** A name that neither the drawing, what it can see, nor the clip has yet. */
function otherName(flow: Flow, wanted: string, { clip, here }: { clip: Clip; here: ReadonlyMap<string, unknown> }): string {
  const taken = [...here.keys(), ...Object.values(clip.variables).map(({ name }) => name)].map((name) => [name, { name }]);
  return freshName({ variables: { ...flow.variables, ...Object.fromEntries(taken) } }, wanted);
}

/** What a flow is given and gives back is its own affair. */
function ownVariable({ direction: _direction, ...variable }: FlowVariable, name: string, order: number): FlowVariable {
  return { ...variable, name, order };
}

/** The clip with a variable called otherwise in its expressions and texts. */
function withName(clip: Clip, { from, to, nodeTypes, flow }: { from: string; to: string; nodeTypes: NodeTypes; flow: Flow }): Clip {
  const piece: Flow = structuredCloneJson({ ...flow, nodes: clip.nodes, edges: {}, notes: {}, variables: clip.variables, translations: clip.translations });
  const renaming = renameReferences({ flow: piece, from, to, nodeTypes });
  if (!renaming.ok) return clip;
  for (const op of renaming.ops) if (op.op === 'set' && (op.path[0] === 'nodes' || op.path[0] === 'translations')) putAt(piece, op.path, op.value);
  return { ...clip, nodes: piece.nodes, translations: piece.translations };
}

/** JSON with ids replaced where they stand alone. */
export function withIds(data: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  const replaced = (value: Json): Json => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value === 'object' && value !== null) return withIds(value, ids);
    return value;
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, replaced(value)]));
}
