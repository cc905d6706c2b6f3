import type { Flow } from '../flow/document.ts';
import { mediaSchema } from '../messages/incoming.ts';
import type { Media } from '../messages/incoming.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { pluginDefinitionSchema } from '../nodes/pluginDefinition.ts';
import type { PluginDefinition } from '../nodes/pluginDefinition.ts';
import { fieldsOf } from '../nodes/readNode.ts';
import type { Json, JsonObject } from '../lib/json.ts';

/** What stands outside of a flow and is named in it. */
export interface References {
  flows: string[];
  credentials: string[];
  media: Media[];
}

/** What takes the place of what a flow names: ids by old id, files by old id (null = the file stays behind). */
export interface Replacements {
  flows: ReadonlyMap<string, string>;
  credentials: ReadonlyMap<string, string>;
  media: ReadonlyMap<string, Media | null>;
}

/** Lists the flows, credentials and files that a flow names, each once. */
export function referencesOf(flow: Flow, nodeTypes: NodeTypes): References {
  const found = { flows: new Set<string>(), credentials: new Set<string>(), media: new Map<string, Media>() };
  for (const { widget, value } of namesIn(flow, nodeTypes)) {
    if (widget === 'subflow' && typeof value === 'string') found.flows.add(value);
    if (widget === 'credential' && typeof value === 'string') found.credentials.add(value);
    const media = widget === 'media' ? mediaSchema.safeParse(value) : undefined;
    if (media?.success) found.media.set(media.data.id, media.data);
  }
  for (const { does } of Object.values(flow.settings.shortcuts)) if (does.kind === 'call') found.flows.add(does.flow);
  return { flows: [...found.flows], credentials: [...found.credentials], media: [...found.media.values()] };
}

/** The plugins that a flow's nodes were placed with, the newest version of each key. */
export function pluginsOf(flow: Flow, nodeTypes: NodeTypes): PluginDefinition[] {
  const found = new Map<string, PluginDefinition>();
  for (const { type: name, data } of Object.values(flow.nodes)) {
    const type = Object.hasOwn(nodeTypes, name) ? nodeTypes[name] : undefined;
    for (const { meta, value } of type ? fieldsOf(type, data) : []) {
      const definition = meta.widget === 'plugin' ? pluginDefinitionSchema.safeParse(value).data : undefined;
      if (definition && definition.version > (found.get(definition.key)?.version ?? 0)) found.set(definition.key, definition);
    }
  }
  return [...found.values()];
}

/** The flow with other flows, credentials and files named; whatever has no replacement stays. */
export function replaceReferences(flow: Flow, nodeTypes: NodeTypes, { flows, credentials, media }: Replacements): Flow {
  const nodes = { ...flow.nodes };
  for (const { nodeId, path, widget, value } of namesIn(flow, nodeTypes)) {
    const node = nodes[nodeId];
    const fresh = widget === 'media' ? replacedMedia(value, media) : typeof value === 'string' ? (widget === 'subflow' ? flows : credentials).get(value) : undefined;
    if (node && fresh !== undefined) nodes[nodeId] = { ...node, data: withValue(node.data, path, fresh) };
  }
  const shortcuts = Object.fromEntries(Object.entries(flow.settings.shortcuts).map(([id, shortcut]) => (
    [id, shortcut.does.kind === 'call' ? { ...shortcut, does: { ...shortcut.does, flow: flows.get(shortcut.does.flow) ?? shortcut.does.flow } } : shortcut])));
  return { ...flow, nodes, settings: { ...flow.settings, shortcuts } };
}

const naming = ['subflow', 'credential', 'media'] as const;

interface Name {
  nodeId: string;
  path: string[];
  widget: (typeof naming)[number];
  value: Json;
}

function namesIn(flow: Flow, nodeTypes: NodeTypes): Name[] {
  return Object.entries(flow.nodes).flatMap(([nodeId, { type: name, data }]) => {
    const type = Object.hasOwn(nodeTypes, name) ? nodeTypes[name] : undefined;
    if (!type) return [];
    return fieldsOf(type, data).flatMap(({ path, meta, value }): Name[] => {
      const widget = naming.find((each) => each === meta.widget);
      return widget && value !== undefined && value !== null && value !== '' ? [{ nodeId, path, widget, value }] : [];
    });
  });
}

function replacedMedia(value: Json, media: Replacements['media']): Media | null | undefined {
  const read = mediaSchema.safeParse(value);
  return read.success ? media.get(read.data.id) : undefined;
}

function withValue(data: JsonObject, [step = '', ...rest]: readonly string[], value: Json): JsonObject {
  const inner = data[step];
  const around = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...data, [step]: rest.length === 0 ? value : withValue(around, rest, value) };
}
