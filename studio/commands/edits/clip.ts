import { edgeSchema, flowSchema, frameSchema, nodeSchema, noteSchema, translationSchema, variableSchema } from '@parley/shared/flow/document';
import type { Flow } from '@parley/shared/flow/document';
import { usedVariables } from '@parley/shared/flow/usedVariables';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { fieldsOf } from '@parley/shared/nodes/readNode';
import * as z from 'zod';
import { structuredCloneJson } from './nodes.ts';

const clipSchema = z.object({
  parley: z.literal('clip'),
  nodes: z.record(z.string(), nodeSchema),
  notes: z.record(z.string(), noteSchema),
  frames: z.record(z.string(), frameSchema).optional(),
  edges: z.array(edgeSchema),
  /** Those the copied nodes name, so that another drawing gets them too. */
  variables: z.record(z.string(), variableSchema),
  translations: z.record(z.string(), z.record(z.string(), translationSchema)),
  /** The flows that the copied nodes call, and those that these call, for a bot that lacks them. */
  flows: z.record(z.string(), z.object({ name: z.string(), flow: flowSchema })).optional(),
});

/** A piece of a drawing on its way to another place, another flow or another bot. */
export type Clip = z.infer<typeof clipSchema>;

/** The bot around a drawing: its main flow's variables can be named in every flow, and its flows can be called. */
export interface Around {
  nodeTypes: NodeTypes;
  /** The main flow, where the drawing is another one. */
  main?: Flow | undefined;
  flows: Readonly<Record<string, { name: string; flow: Flow }>>;
}

/** Copies nodes, notes and frames with the edges between them; the start stays. Undefined when nothing is left to copy. */
export function clipOf(flow: Flow, ids: readonly string[], around: Around): Clip | undefined {
  const nodes = picked(flow.nodes, ids.filter((id) => flow.nodes[id]?.type !== 'start'));
  const notes = picked(flow.notes, ids);
  const frames = picked(flow.frames ?? {}, ids);
  if (Object.keys(nodes).length + Object.keys(notes).length + Object.keys(frames).length === 0) return undefined;
  const isOf = (key: string): boolean => Object.hasOwn(nodes, key.split('/')[0] ?? '');
  const translations = Object.fromEntries(Object.entries(flow.translations).map(([language, texts]) => [language, Object.fromEntries(Object.entries(texts).filter(([key]) => isOf(key)))]));
  const clip: Clip = {
    parley: 'clip', nodes, notes, frames, translations, variables: {},
    edges: Object.values(flow.edges).filter(({ from, to }) => Object.hasOwn(nodes, from) && Object.hasOwn(nodes, to)),
    flows: calledFlows(Object.values(nodes), around),
  };
  const piece = { ...flow, nodes, translations };
  const named = new Set(usedVariables(piece, around.nodeTypes).filter(({ nodeId }) => nodeId !== undefined).map(({ name }) => name));
  for (const { flow: called } of Object.values(clip.flows ?? {})) {
    const own = new Set(Object.values(called.variables).map(({ name }) => name));
    for (const { name } of usedVariables(called, around.nodeTypes)) if (!own.has(name)) named.add(name);
  }
  // A name means the drawing's own variable before the main flow's.
  for (const [id, variable] of [...Object.entries(flow.variables), ...Object.entries(around.main?.variables ?? {})]) {
    if (!named.delete(variable.name)) continue;
    clip.variables[id] = variable;
  }
  return structuredCloneJson(clip);
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

/** Ids of the flows that nodes call. */
export function callsOf(nodes: readonly Flow['nodes'][string][], nodeTypes: NodeTypes): string[] {
  return [...new Set(nodes.flatMap((node) => {
    const type = nodeTypes[node.type];
    return type ? fieldsOf(type, node.data).flatMap(({ meta, value }) => (meta.widget === 'subflow' && typeof value === 'string' && value !== '' ? [value] : [])) : [];
  }))];
}

function calledFlows(nodes: readonly Flow['nodes'][string][], { nodeTypes, flows }: Around): NonNullable<Clip['flows']> {
  const called: NonNullable<Clip['flows']> = {};
  const waiting = callsOf(nodes, nodeTypes);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const found = flows[id];
    if (!found || called[id]) continue;
    called[id] = found;
    waiting.push(...callsOf(Object.values(found.flow.nodes), nodeTypes));
  }
  return called;
}

function picked<Value>(map: Readonly<Record<string, Value>>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(ids.flatMap((id) => { const value = map[id]; return value ? [[id, value]] : []; }));
}
