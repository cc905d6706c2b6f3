import type * as z from 'zod';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { flowLimits, flowSchema } from './document.ts';
import type { Flow, FlowNode } from './document.ts';
import { measureJson } from './measureJson.ts';
import { migrateFlow } from './migrateFlow.ts';
import { isObject } from './migrations/migration.ts';
import { droppedKeys, problemsOf } from './problems.ts';
import type { Problem } from './problems.ts';

/** A document whose every part has its declared shape, or what is wrong with it and where. */
export type Parsed = { ok: true; flow: Flow } | { ok: false; problems: Problem[] };

/**
 * Reads a document: older shapes are migrated, then its structure and each node's data by its type's schema are checked. Anything
 * may be passed in; nothing is thrown and nothing is dropped silently. What the flow means is not judged here (`shared/issues`).
 */
export function parseFlow(json: unknown, nodeTypes: NodeTypes): Parsed {
  const measured = measureJson(json, flowLimits.bytes);
  if (!measured.ok) return refuse(measured.path, measured.message);
  if (!isObject(json)) return refuse([], `Expected a flow document, got ${Array.isArray(json) ? 'a list' : json === null ? 'null' : typeof json}`);
  const migrated = migrateFlow(json);
  if (!migrated.ok) return refuse(['schema'], migrated.message);
  return parseShape(migrated.document, nodeTypes);
}

/** Checks the shape of a document that is already today's. */
export function parseShape(document: unknown, nodeTypes: NodeTypes): Parsed {
  const parsed = flowSchema.safeParse(document);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, []) };
  const problems = [...droppedKeys(document, parsed.data), ...tooMany(parsed.data), ...edgesTwice(parsed.data)];
  const nodes: Flow['nodes'] = {};
  for (const [id, node] of Object.entries(parsed.data.nodes)) {
    const read = parseNode(node, ['nodes', id], nodeTypes);
    if ('problems' in read) problems.push(...read.problems);
    else nodes[id] = read.node;
  }
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, 100) } : { ok: true, flow: { ...parsed.data, nodes } };
}

function parseNode(node: FlowNode, path: string[], nodeTypes: NodeTypes): { node: FlowNode } | { problems: Problem[] } {
  const type = Object.hasOwn(nodeTypes, node.type) ? nodeTypes[node.type] : undefined;
  if (!type) return { problems: [{ path: [...path, 'type'].join('.'), message: `There is no node type called ${node.type}` }] };
  const data = type.schema.safeParse(node.data);
  if (!data.success) return { problems: problemsOf(data.error, [...path, 'data']) };
  const dropped = droppedKeys(node.data, data.data, [...path, 'data']);
  return dropped.length > 0 ? { problems: dropped } : { node: { ...node, data: jsonData(data.data) } };
}

/** Schemas of node types describe JSON: the input was JSON, and a schema only checks it and fills in defaults. */
function jsonData(data: z.infer<z.ZodObject>): FlowNode['data'] {
  return data as FlowNode['data'];
}

function tooMany(flow: Flow): Problem[] {
  const count = Object.keys(flow.nodes).length;
  return count > flowLimits.nodes ? [{ path: 'nodes', message: `Expected at most ${flowLimits.nodes.toLocaleString('en')} nodes, got ${count.toLocaleString('en')}` }] : [];
}

function edgesTwice(flow: Flow): Problem[] {
  const taken = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [id, edge] of Object.entries(flow.edges)) {
    const way = `${edge.from}\n${edge.exit}`;
    const other = taken.get(way);
    if (other !== undefined) problems.push({ path: `edges.${id}.exit`, message: `A way out has at most one edge; ${other} already leaves ${edge.from} by ${edge.exit}` });
    else taken.set(way, id);
  }
  return problems;
}

function refuse(path: string[], message: string): Parsed {
  return { ok: false, problems: [{ path: path.join('.'), message }] };
}
