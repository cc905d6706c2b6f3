import type { Flow, FlowSet } from '../flow/document.ts';
import { flowSchemaVersion } from '../flow/document.ts';
import { hashText } from '../flow/hashFlow.ts';
import { parseShape } from '../flow/parseFlow.ts';
import { settingsTexts } from '../flow/settingsTexts.data.ts';
import { invariant } from '../lib/invariant.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Golden, Sketch } from '../nodes/golden.ts';

/** Key of the main flow of a golden conversation in its set. */
export const goldenMain = 'main';

/** Draws the flows of a golden conversation as documents; throws, with the place, when a sketch does not hold together. */
export function drawGolden({ flow, subflows = {} }: Pick<Golden, 'flow' | 'subflows'>, nodeTypes: NodeTypes): FlowSet {
  const others = Object.entries(subflows).map(([id, sketch]): [string, Flow] => [id, drawSketch({ kind: 'subflow', ...sketch }, nodeTypes)]);
  return { main: goldenMain, flows: Object.fromEntries([[goldenMain, drawSketch(flow, nodeTypes)], ...others]) };
}

/** Draws one sketch as a document, nodes from left to right. */
export function drawSketch(sketch: Sketch, nodeTypes: NodeTypes): Flow {
  const nodes = Object.entries(sketch.nodes).map(([id, drawn], place) => {
    const [type, data] = typeof drawn === 'string' ? [drawn, {}] : Object.entries(drawn)[0] ?? ['', {}];
    return [id, { type, x: 80 + place * 280, y: 160, data }] as const;
  });
  const document = {
    schema: flowSchemaVersion,
    kind: sketch.kind ?? 'bot',
    languages: sketch.languages ?? ['en'],
    variables: variablesOf(sketch),
    nodes: Object.fromEntries(nodes),
    edges: {},
    notes: {},
    translations: {},
    settings: settingsOf(sketch),
  };
  // Edges and translations need the parsed data: exits and original texts come from it.
  const flow = parsed(document, nodeTypes);
  const drawn = { ...flow, edges: edgesOf(sketch, flow, nodeTypes), translations: translationsOf(sketch, flow) };
  return parsed(drawn, nodeTypes);
}

function parsed(document: unknown, nodeTypes: NodeTypes): Flow {
  const read = parseShape(document, nodeTypes);
  if (read.ok) return read.flow;
  throw new Error(`The sketch does not hold together: ${read.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
}

function variablesOf({ variables = {} }: Sketch) {
  return Object.fromEntries(Object.entries(variables).map(([name, variable], place) => (
    [name, typeof variable === 'string' ? { name, type: { kind: variable }, order: place } : { name, order: place, ...variable }])));
}

function settingsOf({ settings = {} }: Sketch) {
  const texts = settingsTexts['en'];
  invariant(texts, 'there are settings texts in English');
  const { errorText, unreadableText, waitingText } = texts;
  const plain = { channels: ['web'], zone: 'UTC', sessionHours: 24, missingTranslationsAccepted: false, consentText: '', shortcuts: {} };
  return { ...plain, errorText, unreadableText, waitingText, ...settings };
}

function edgesOf({ edges }: Sketch, flow: Flow, nodeTypes: NodeTypes): Flow['edges'] {
  return Object.fromEntries(edges.map((arrow, place) => {
    const [left = '', to = ''] = arrow.split(' -> ');
    const [from = '', named] = left.split('.');
    const node = flow.nodes[from];
    const exit = named ?? (node && nodeTypes[node.type]?.exits(node.data)[0]?.id);
    invariant(exit !== undefined, `the edge "${arrow}" leaves a node that has a way out`);
    return [`e${place + 1}`, { from, exit, to }];
  }));
}

function translationsOf({ translations = {} }: Sketch, flow: Flow): Flow['translations'] {
  return Object.fromEntries(Object.entries(translations).map(([language, texts]) => [language, Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, { text, source: hashText(original(flow, key)), by: 'person' as const, accepted: true }]))]));
}

/** The text a translation is made from, found by its key; '' when it is gone, as it may be in a document. */
function original(flow: Flow, key: string): string {
  const slash = key.indexOf('/');
  const [owner, path] = [key.slice(0, slash), key.slice(slash + 1).split('.')];
  let value: unknown = owner === 'settings' ? flow.settings : flow.nodes[owner]?.data;
  for (const step of path) value = typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === step)?.[1] : undefined;
  return typeof value === 'string' ? value : '';
}
