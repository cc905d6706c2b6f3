import { holesOf } from '../expressions/parseTemplate.ts';
import { parseSyntax } from '../expressions/syntax.ts';
import { visitNames } from '../expressions/walkSyntax.ts';
import type { FieldMeta } from '../nodes/fields.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { fieldsOf } from '../nodes/readNode.ts';
import type { Flow } from './document.ts';
import { textsOf } from './textsOf.ts';
import { writtenPlaces } from './usedVariables.ts';

export const placeKinds = ['text', 'node', 'variable', 'translation'] as const;
/** text = what is said, noted or coded; node = titles and types; variable = its name and every use; translation = other languages. */
export type PlaceKind = (typeof placeKinds)[number];

/** What is looked for in a drawing. */
export interface Wanted {
  text: string;
  matchCase: boolean;
  wholeWords: boolean;
  kinds: readonly PlaceKind[];
}

/** One place where it stands. */
export interface Place {
  kind: PlaceKind;
  /** Keys from the document's root to the text. */
  path: string[];
  /** The text as it is, and where in it what was looked for stands. */
  text: string;
  from: number;
  to: number;
  nodeId?: string;
  language?: string;
  /** What the field is called. */
  label?: string;
  /** Id of the variable that is meant: it is renamed everywhere, never in one place. */
  variable?: string;
  /** Cannot be replaced: an expression, in which words are no words, or the name of a type. */
  fixed?: 'expression' | 'type';
}

type Spot = Pick<Place, 'from' | 'to'>;

/** Every place of a flow where something stands, in the order of the drawing. A text is matched around its `{{ expressions }}`, never in them; variables are found by reading the expressions. */
export function findPlaces(flow: Flow, wanted: Wanted, nodeTypes: NodeTypes, known: Flow['variables'] = {}): Place[] {
  if (wanted.text === '') return [];
  const pattern = patternOf(wanted);
  const wants = new Set(wanted.kinds);
  return [
    ...(wants.has('node') ? titles(flow, nodeTypes, pattern) : []),
    ...(wants.has('text') ? [...fieldTexts(flow, nodeTypes, pattern), ...loose(flow, nodeTypes, pattern)] : []),
    ...(wants.has('variable') ? variables(flow, nodeTypes, { pattern, known }) : []),
    ...(wants.has('translation') ? translations(flow, pattern) : []),
  ];
}

/** Finds the words as they were typed; nothing in them is a pattern. */
export function patternOf({ text, matchCase, wholeWords }: Omit<Wanted, 'kinds'>): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const whole = wholeWords ? `(?<![\\p{L}\\p{M}\\p{N}_])${literal}(?![\\p{L}\\p{M}\\p{N}_])` : literal;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
}

/** Where the pattern stands in a text, outside of what is left out. */
export function spotsIn(text: string, pattern: RegExp, without: readonly Spot[] = []): Spot[] {
  const spots: Spot[] = [];
  const search = new RegExp(pattern.source, pattern.flags);
  for (let found = search.exec(text); found; found = search.exec(text)) {
    const [from, to] = [found.index, found.index + found[0].length];
    if (without.some((hole) => from < hole.to && hole.from < to)) search.lastIndex = from + 1;
    else spots.push({ from, to });
  }
  return spots;
}

function titles(flow: Flow, nodeTypes: NodeTypes, pattern: RegExp): Place[] {
  return Object.entries(flow.nodes).flatMap(([nodeId, node]): Place[] => {
    const type = nodeTypes[node.type]?.label ?? node.type;
    const own = node.title ? spotsIn(node.title, pattern).map((spot): Place => ({ kind: 'node', path: ['nodes', nodeId, 'title'], text: node.title ?? '', nodeId, ...spot })) : [];
    const [first] = spotsIn(type, pattern);
    return own.length > 0 || !first ? own : [{ kind: 'node', path: ['nodes', nodeId, 'type'], text: type, nodeId, fixed: 'type', ...first }];
  });
}

const worded = new Set<FieldMeta['widget']>(['text', 'longText', 'keywords', 'code']);

function fieldTexts(flow: Flow, nodeTypes: NodeTypes, pattern: RegExp): Place[] {
  return Object.entries(flow.nodes).flatMap(([nodeId, node]): Place[] => {
    const type = nodeTypes[node.type];
    if (!type) return [];
    return fieldsOf(type, node.data).flatMap(({ path, meta, value, shown }): Place[] => {
      if (typeof value !== 'string' || !shown) return [];
      const place = { kind: 'text' as const, path: ['nodes', nodeId, 'data', ...path], text: value, nodeId, label: meta.label };
      if (meta.widget === 'expression') return spotsIn(value, pattern, namesIn(value)).map((spot) => ({ ...place, fixed: 'expression', ...spot }));
      if (!meta.template && !worded.has(meta.widget)) return [];
      return spotsIn(value, pattern, meta.template ? holesOf(value) : []).map((spot) => ({ ...place, ...spot }));
    });
  });
}

/** What stands outside of nodes: notes, titles of frames, texts of the settings. */
function loose(flow: Flow, nodeTypes: NodeTypes, pattern: RegExp): Place[] {
  const placed = (path: string[], text: string, { label, template = false }: { label?: string; template?: boolean } = {}): Place[] =>
    spotsIn(text, pattern, template ? holesOf(text) : []).map((spot) => ({ kind: 'text', path, text, ...(label !== undefined && { label }), ...spot }));
  return [
    ...Object.entries(flow.notes).flatMap(([id, { text }]) => placed(['notes', id, 'text'], text)),
    ...Object.entries(flow.frames ?? {}).flatMap(([id, { title }]) => placed(['frames', id, 'title'], title)),
    ...textsOf(flow, nodeTypes).filter(({ nodeId }) => nodeId === undefined).flatMap(({ path, original, label, template }) => placed(['settings', ...path], original, { label, template })),
  ];
}

function translations(flow: Flow, pattern: RegExp): Place[] {
  return Object.entries(flow.translations).flatMap(([language, texts]) => Object.entries(texts).flatMap(([key, { text }]): Place[] => {
    const owner = key.slice(0, key.indexOf('/'));
    // What is left of a node or field that is gone is read by nobody.
    if (owner !== 'settings' && !flow.nodes[owner]) return [];
    return spotsIn(text, pattern, holesOf(text)).map((spot) => ({ kind: 'translation', path: ['translations', language, key, 'text'], text, language, ...(owner !== 'settings' && { nodeId: owner }), ...spot }));
  }));
}

/** The variables whose name fits, where they are declared, and every place that names them. */
function variables(flow: Flow, nodeTypes: NodeTypes, { pattern, known }: { pattern: RegExp; known: Flow['variables'] }): Place[] {
  const declared = Object.entries(flow.variables).flatMap(([id, { name }]): Place[] => spotsIn(name, pattern).slice(0, 1).map((spot) => ({ kind: 'variable', path: ['variables', id, 'name'], text: name, variable: id, ...spot })));
  // A name means the flow's own variable before the main flow's.
  const meant = new Map([...Object.entries(known), ...Object.entries(flow.variables)].filter(([, { name }]) => spotsIn(name, pattern).length > 0).map(([id, { name }]) => [name, id]));
  if (meant.size === 0) return declared;
  const used = writtenPlaces(flow, nodeTypes).flatMap(({ text, path, nodeId, in: way }): Place[] => {
    const place = { kind: 'variable' as const, path, ...(nodeId !== undefined && { nodeId }) };
    if (way === 'variable') {
      const name = flow.variables[text]?.name;
      return name !== undefined && meant.get(name) === text ? [{ ...place, text: name, from: 0, to: name.length, variable: text }] : [];
    }
    const holes = way === 'template' ? holesOf(text) : [{ cel: text, at: 0 }];
    return holes.flatMap(({ cel, at }) => namesIn(cel).flatMap(({ name, from, to }): Place[] => {
      const variable = meant.get(name);
      return variable === undefined ? [] : [{ ...place, text, from: at + from, to: at + to, variable }];
    }));
  });
  return [...declared, ...used];
}

/** Where an expression names variables; nowhere in one that cannot be read. */
function namesIn(cel: string): (Spot & { name: string })[] {
  const parsed = parseSyntax(cel);
  const spots: (Spot & { name: string })[] = [];
  if (parsed.ok) visitNames(parsed.syntax, ({ name, from }) => spots.push({ name, from, to: from + name.length }));
  return spots.toSorted((a, b) => a.from - b.from);
}
