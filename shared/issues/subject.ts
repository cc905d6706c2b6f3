import { compile } from '../compiler/compile.ts';
import type { Flow, FlowNode, FlowSet } from '../flow/document.ts';
import { textsOf } from '../flow/textsOf.ts';
import { usedVariables } from '../flow/usedVariables.ts';
import type { FlowText } from '../flow/textsOf.ts';
import type { ModelRole } from '../machine/modelCall.ts';
import type { Exit, NodeType, NodeTypes } from '../nodes/defineNode.ts';
import type { PluginDefinition } from '../nodes/pluginDefinition.ts';
import { faceOf } from '../nodes/faceOf.ts';
import { readNode } from '../nodes/readNode.ts';
import type { FieldValue } from '../nodes/walkFields.ts';
import { expressionsOf } from './expressionsOf.ts';
import type { PlacedExpression } from './expressionsOf.ts';
import { drawPlaces } from './paths/drawPlaces.ts';
import type { Drawing } from './paths/drawPlaces.ts';
import type { Visit } from './paths/explore.ts';
import type { Place, VariableId } from './paths/place.ts';
import { reach } from './paths/reach.ts';
import { roamingOf } from './paths/roaming.ts';
import type { Roaming } from './paths/roaming.ts';
import { afterSetting, unsetReads } from './paths/unsetReads.ts';
import type { UnsetRead } from './paths/unsetReads.ts';
import { messagesOf, saidTexts } from './saidTexts.ts';
import type { SaidText, SentMessage } from './saidTexts.ts';

/** A node of the set with what its type says about it. */
export interface SubjectNode {
  flow: string;
  id: string;
  node: FlowNode;
  type: NodeType | undefined;
  /** What people call it: its title, else what it says, else its type. */
  name: string;
  exits: readonly Exit[];
  fields: readonly FieldValue[];
}

/** What the proof is about: the drawing, its machine and every path through it. Each part is made when first asked for. */
export interface Subject {
  set: FlowSet;
  nodeTypes: NodeTypes;
  main: Flow | undefined;
  nodes: SubjectNode[];
  node(flow: string, id: string): SubjectNode | undefined;
  /** Where an exit leads: edge and node, or nothing when it is free or its target is gone. */
  way(flow: string, node: string, exit: string): { edge: string; to: string } | undefined;
  /** The ways out that lead to a node. */
  waysTo(flow: string, node: string): readonly { from: string; exit: string }[];
  /** Every name that stands in some expression or text of the bot, of a variable or of none. */
  named: ReadonlySet<string>;
  drawing: Drawing;
  /** Every expression of the machine, as often as it stands somewhere. */
  expressions: readonly PlacedExpression[];
  /** Every message of the machine with the place that sends it, and every text in them. */
  messages: readonly SentMessage[];
  said: readonly SaidText[];
  roaming: Roaming;
  /** The first visit of every reachable place, by place. */
  reached: ReadonlyMap<Place, Visit>;
  isReached(flow: string, node: string): boolean;
  /** Variables read on a path on which nobody set them. */
  unset: UnsetRead[];
  /** Whether a variable has a value in a place, at least on some path: reading it there is then not for nothing. */
  maySet(variable: VariableId, place: Place): boolean;
  /** Texts of one flow, in the language they were typed in. */
  texts(flow: string): FlowText[];
  /** Languages of the bot; the first is the author's. */
  languages: string[];
  /** A machine translates what is missing at run time. */
  translates: boolean;
  /** What the bot's nodes may prove themselves with, by id; undefined = not known here. */
  credentials: ReadonlyMap<string, KnownCredential> | undefined;
  /** Roles that have a model; undefined = not known here. */
  models: ReadonlySet<ModelRole> | undefined;
  /** The newest version of every plugin here, by key; undefined = not known here. */
  plugins: ReadonlyMap<string, PluginDefinition> | undefined;
}

/** What the proof may count on besides the drawing. */
export interface Circumstances {
  /** Whether a translation provider fills gaps at run time. Unset = none. */
  translates?: boolean;
  /** The credentials the bot may use. Unset = not known: then nothing is said about them. */
  credentials?: readonly KnownCredential[];
  /** The roles that have a model. Unset = not known: then nothing is said about them. */
  models?: readonly ModelRole[];
  /** The newest version of every plugin here. Unset = not known: then nothing is said about versions. */
  plugins?: readonly PluginDefinition[];
}

/** A credential as the proof sees it. */
export interface KnownCredential {
  id: string;
  name: string;
  /** The only hosts it is sent to. */
  hosts: readonly string[];
}

/** Makes a set of flows ready to be proven. */
export function subjectOf(set: FlowSet, nodeTypes: NodeTypes, { translates = false, credentials, models, plugins }: Circumstances = {}): Subject {
  const main = Object.hasOwn(set.flows, set.main) ? set.flows[set.main] : undefined;
  const nodes = Object.entries(set.flows).flatMap(([flow, document]) => Object.entries(document.nodes).map(([id, node]) => subjectNode(flow, id, node, nodeTypes)));
  const byId = new Map(nodes.map((node) => [`${node.flow}/${node.id}`, node]));
  const ways = waysOf(set);
  const into = lazily(() => waysInto(set));
  const named = lazily(() => new Set(Object.values(set.flows).flatMap((document) => usedVariables(document, nodeTypes).map(({ name }) => name))));
  const drawing = lazily(() => drawPlaces(compile(set, nodeTypes)));
  const roaming = lazily(() => roamingOf(drawing()));
  const reached = lazily(() => reach(drawing(), roaming()));
  const reachedNodes = lazily(() => new Set([...reached().keys()].map(({ flow, node }) => `${flow}/${node}`)));
  const { hasValue } = givenValues(set);
  const asked = () => ({ drawing: drawing(), roaming: roaming(), reached: reached(), hasValue });
  const unset = lazily(() => unsetReads(asked()));
  const settled = new Map<VariableId, ReadonlySet<Place>>();
  const expressions = lazily(() => expressionsOf(drawing()));
  const messages = lazily(() => messagesOf(drawing()));
  const said = lazily(() => saidTexts(messages()));
  const texts = new Map<string, FlowText[]>();
  return {
    set,
    nodeTypes,
    main,
    nodes,
    node: (flow, id) => byId.get(`${flow}/${id}`),
    way: (flow, node, exit) => ways.get(`${flow}/${node}/${exit}`),
    waysTo: (flow, node) => into().get(`${flow}/${node}`) ?? [],
    get named() { return named(); },
    get drawing() { return drawing(); },
    get expressions() { return expressions(); },
    get messages() { return messages(); },
    get said() { return said(); },
    get roaming() { return roaming(); },
    get reached() { return reached(); },
    isReached: (flow, node) => reachedNodes().has(`${flow}/${node}`),
    get unset() { return unset(); },
    maySet(variable, place) {
      const after = settled.get(variable) ?? afterSetting(asked(), variable);
      settled.set(variable, after);
      return hasValue(variable) || after.has(place);
    },
    texts(flow) {
      const document = set.flows[flow];
      const found = texts.get(flow) ?? (document ? textsOf(document, nodeTypes) : []);
      texts.set(flow, found);
      return found;
    },
    languages: main?.languages ?? [],
    translates,
    credentials: credentials && new Map(credentials.map((credential) => [credential.id, credential])),
    models: models && new Set(models),
    plugins: plugins && new Map(plugins.map((plugin) => [plugin.key, plugin])),
  };
}

/** A declared default is a value; so is what the caller of a subflow gives. */
function givenValues(set: FlowSet) {
  const variables = new Map<VariableId, Flow['variables'][string]>(Object.entries(set.flows).flatMap(([flow, { variables: declared }]) => Object.values(declared).map((variable) => [`${flow}:${variable.name}`, variable] as const)));
  return { hasValue: (id: VariableId): boolean => variables.get(id)?.direction === 'in' || variables.get(id)?.initial !== undefined };
}

function subjectNode(flow: string, id: string, node: FlowNode, nodeTypes: NodeTypes): SubjectNode {
  const type = Object.hasOwn(nodeTypes, node.type) ? nodeTypes[node.type] : undefined;
  const read = type && readNode(type, node.data);
  if (!read) return { flow, id, node, type: undefined, name: node.title?.trim() || (type?.label ?? node.type), exits: [], fields: [] };
  return { flow, id, node, type, name: nameOf(node, type, read.summary), exits: read.exits, fields: read.fields };
}

/** What messages call a node: its title, else what stands on its card where that is its own, else what its type is called. */
export function nodeName(node: FlowNode, type: NodeType | undefined): string {
  return type ? nameOf(node, type, readNode(type, node.data)?.summary ?? '') : node.title?.trim() || node.type;
}

function nameOf(node: FlowNode, type: NodeType, summary: string): string {
  const { label } = faceOf(type, node.data);
  return node.title?.trim() || (label === type.label ? cut(summary, 40) : '') || label;
}

/** The beginning of a text, with a sign that there is more. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

function waysOf(set: FlowSet): Map<string, { edge: string; to: string }> {
  const ways = new Map<string, { edge: string; to: string }>();
  for (const [flow, { edges, nodes }] of Object.entries(set.flows)) {
    for (const [edge, { from, exit, to }] of Object.entries(edges)) {
      const key = `${flow}/${from}/${exit}`;
      if (!ways.has(key) && Object.hasOwn(nodes, to)) ways.set(key, { edge, to });
    }
  }
  return ways;
}

function waysInto(set: FlowSet): Map<string, { from: string; exit: string }[]> {
  const into = new Map<string, { from: string; exit: string }[]>();
  for (const [flow, { edges }] of Object.entries(set.flows)) {
    for (const { from, exit, to } of Object.values(edges)) {
      const key = `${flow}/${to}`;
      const known = into.get(key);
      if (known) known.push({ from, exit });
      else into.set(key, [{ from, exit }]);
    }
  }
  return into;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
