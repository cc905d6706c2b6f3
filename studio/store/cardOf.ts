import type { Flow, FlowNode } from '@parley/shared/flow/document';
import type { NodeGroup, NodeType, NodeTypes } from '@parley/shared/nodes/defineNode';
import { faceOf } from '@parley/shared/nodes/faceOf';
import { describeFields, walkFields } from '@parley/shared/nodes/walkFields';

/** A way out as its row shows it. */
export interface CardExit {
  id: string;
  label: string;
  /** The label is an expression: shown in mono. */
  code: boolean;
  /** connected, handled by the flow's settings while free, or leading nowhere. */
  state: 'connected' | 'settings' | 'open';
}

/** A node as the canvas, the outline and lists show it. Made from the definition, never from the type's name. */
export interface Card {
  type: string;
  title: string;
  typeLabel: string;
  family: NodeGroup;
  icon: string;
  /** What people read or what is decided, in pieces: text, variable or expression, code. */
  body: BodyPiece[];
  exits: CardExit[];
}

export interface BodyPiece {
  text: string;
  is: 'text' | 'variable' | 'code' | 'flow';
}

/** What a card needs beside its node. */
export interface CardContext {
  nodeTypes: NodeTypes;
  /** Ids of exits that have an edge. */
  connected: ReadonlySet<string>;
  /** Names of the bot's flows by id, for cards that call one. */
  flowNames: Readonly<Record<string, string>>;
  /** The drawing's variables, for cards that change them. */
  variables: Flow['variables'];
}

/** Makes a node's card; total: a node of an unknown type gets a card with its type's name. */
export function cardOf(node: FlowNode, { nodeTypes, connected, flowNames, variables }: CardContext): Card {
  const type = Object.hasOwn(nodeTypes, node.type) ? nodeTypes[node.type] : undefined;
  if (!type) return { type: node.type, title: node.title ?? node.type, typeLabel: node.type, family: 'ends', icon: '', body: [], exits: [] };
  const codes = expressionsIn(type, node);
  const exits = type.exits(node.data).map((exit): CardExit => ({
    id: exit.id,
    label: exit.label,
    code: codes.has(exit.label),
    state: connected.has(exit.id) ? 'connected' : exit.handledBySettings ? 'settings' : 'open',
  }));
  return { type: node.type, title: titleOf(node, type), typeLabel: faceOf(type, node.data).label, family: type.group, icon: faceOf(type, node.data).icon, body: bodyOf({ type, node, exits, codes, flowNames, variables }), exits };
}

/** What a node is called: its own title, else its type's label. */
export function titleOf(node: FlowNode, type: NodeType | undefined): string {
  return node.title || (type && faceOf(type, node.data).label) || node.type;
}

/** Ids of the exits of each node that have an edge. */
export function connectedExits(edges: Flow['edges']): Map<string, Set<string>> {
  const connected = new Map<string, Set<string>>();
  for (const { from, exit } of Object.values(edges)) {
    const exits = connected.get(from);
    if (exits) exits.add(exit);
    else connected.set(from, new Set([exit]));
  }
  return connected;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lines of code and expressions in a node's data, as one line each. */
function expressionsIn(type: NodeType, node: FlowNode): Set<string> {
  const found = new Set<string>();
  for (const { meta, value } of walkFields(type.schema, node.data)) {
    if (typeof value !== 'string' || value === '') continue;
    if (meta.widget === 'expression') found.add(oneLine(value));
    if (meta.widget === 'code') for (const line of value.split('\n')) found.add(oneLine(line));
  }
  found.delete('');
  return found;
}

function bodyOf({ type, node, exits, codes, flowNames, variables }: {
  type: NodeType;
  node: FlowNode;
  exits: CardExit[];
  codes: Set<string>;
  flowNames: Readonly<Record<string, string>>;
  variables: Flow['variables'];
}): BodyPiece[] {
  const changes = changesOf(type, node, variables);
  if (changes.length > 0) return changes;
  const called = walkFields(type.schema, node.data).flatMap(({ meta, value }) => (meta.widget === 'subflow' && typeof value === 'string' ? flowNames[value] ?? [] : []));
  const summary = type.summary(node.data);
  const lines = summary.split(' · ');
  // What only repeats the ways out is read there.
  const repeats = lines.every((line) => exits.some(({ label }) => label === line));
  const pieces = summary === '' || repeats ? [] : lines.flatMap((line, index) => [...(index > 0 ? [{ text: ' · ', is: 'text' as const }] : []), ...piecesOf(line, codes)]);
  return [...called.map((text) => ({ text, is: 'flow' as const })), ...pieces];
}

const changing = new WeakMap<NodeType, boolean>();

/** Whether a type has rows that name a variable and what it becomes; asked of its schema once. */
function changesVariables(type: NodeType): boolean {
  const known = changing.get(type);
  if (known !== undefined) return known;
  const shapes = describeFields(type.schema);
  const rowsOf = (widget: 'variable' | 'expression'): string[] => shapes.filter(({ path, meta }) => meta.widget === widget && path.length > 2).map(({ path }) => path.slice(0, -1).join('.'));
  const variables = new Set(rowsOf('variable'));
  const found = rowsOf('expression').some((row) => variables.has(row));
  changing.set(type, found);
  return found;
}

/** What a node's rows put into variables: `fee = 37`. A variable alone says nothing, and neither does a value. */
function changesOf(type: NodeType, node: FlowNode, variables: Flow['variables']): BodyPiece[] {
  if (!changesVariables(type)) return [];
  const rows = new Map<string, { variable?: string; value?: string }>();
  for (const { meta, value, path } of walkFields(type.schema, node.data)) {
    if (path.length < 3 || typeof value !== 'string' || (meta.widget !== 'variable' && meta.widget !== 'expression')) continue;
    const at = path.slice(0, -1).join('.');
    rows.set(at, { ...rows.get(at), [meta.widget === 'variable' ? 'variable' : 'value']: value });
  }
  return [...rows.values()].filter(({ variable, value }) => value !== undefined && variable !== undefined && variables[variable]).flatMap(({ variable = '', value = '' }, index): BodyPiece[] => [
    ...(index > 0 ? [{ text: ' · ', is: 'text' as const }] : []),
    { text: variables[variable]?.name ?? '', is: 'variable' }, { text: ' = ', is: 'text' }, { text: oneLine(value) || '–', is: 'code' },
  ]);
}

/** A text with its `{{ expressions }}` as pieces of their own. */
function piecesOf(line: string, codes: Set<string>): BodyPiece[] {
  if (codes.has(line)) return [{ text: line, is: 'code' }];
  return line.split(/(\{\{.*?\}\})/).filter(Boolean).map((part) => (
    part.startsWith('{{') ? { text: part.slice(2, -2).trim(), is: 'variable' } : { text: part, is: 'text' }));
}
