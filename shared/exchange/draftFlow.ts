import type { ValueType } from '../expressions/types.ts';
import { flowLimits, flowSchemaVersion } from '../flow/document.ts';
import type { Flow } from '../flow/document.ts';
import { hashText } from '../flow/hashFlow.ts';
import { parseFlow } from '../flow/parseFlow.ts';
import type { Problem } from '../flow/problems.ts';
import { settingsTexts } from '../flow/settingsTexts.data.ts';
import { invariant } from '../lib/invariant.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';

/** A node on its way into a draft. */
export interface DraftNode {
  type: string;
  title?: string | undefined;
  x: number;
  y: number;
  data: object;
}

/** A flow that an importer draws piece by piece. Ids and names are made to fit; the same calls give the same flow. */
export interface Draft {
  /** Adds a node under an id like the wanted one and gives the id it got. */
  add(wanted: string, node: DraftNode): string;
  /** Draws an edge; the first one from an exit stays. */
  connect(from: string, exit: string, to: string): void;
  note(wanted: string, note: { x: number; y: number; text: string }): string;
  /** Puts more into the data of a node that was added. */
  extend(node: string, data: object): void;
  /** Adds a variable, or finds the one that was added for the same `key`; gives its name, which is its id too. */
  variable(key: string, more?: { called?: string; type?: ValueType; initial?: unknown }): string;
  direct(name: string, direction: 'in' | 'out'): void;
  /** Files the translation of a node's text, by the path of its field. */
  translate(language: string, node: string, path: readonly string[], text: { original: string; text: string }): void;
  finish(): { ok: true; flow: Flow } | { ok: false; problems: Problem[] };
}

/** What a draft begins with. */
export interface DraftOptions {
  kind: 'bot' | 'subflow';
  languages: readonly [string, ...string[]];
  nodeTypes: NodeTypes;
}

/** Begins a draft with nothing drawn yet. */
export function draftFlow({ kind, languages, nodeTypes }: DraftOptions): Draft {
  const nodes: Record<string, DraftNode> = {};
  const edges: Flow['edges'] = {};
  const ways = new Set<string>();
  const notes: Flow['notes'] = {};
  const variables: Flow['variables'] = {};
  const byKey = new Map<string, string>();
  const translations: Flow['translations'] = Object.fromEntries(languages.slice(1).map((language) => [language, {}]));
  const at = ({ x, y }: { x: number; y: number }) => ({ x: within(x), y: within(y) });
  return {
    add(wanted, { type, title, data, ...place }) {
      const id = freeName(idOf(wanted, 'node'), nodes);
      nodes[id] = { type, ...(title && { title: title.slice(0, 120) }), ...at(place), data };
      return id;
    },
    connect(from, exit, to) {
      const way = `${from} ${exit}`;
      if (ways.has(way)) return;
      ways.add(way);
      edges[`e${ways.size}`] = { from, exit, to };
    },
    note(wanted, { text, ...place }) {
      const id = freeName(idOf(wanted, 'note'), notes);
      notes[id] = { text: text.slice(0, flowLimits.text), ...at(place), width: 240, height: 120 };
      return id;
    },
    extend(node, data) {
      const drawn = nodes[node];
      if (drawn) nodes[node] = { ...drawn, data: { ...drawn.data, ...data } };
    },
    variable(key, { called = key, type = { kind: 'text' } satisfies ValueType, initial } = {}) {
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const name = freeName(nameOf(called), variables);
      byKey.set(key, name);
      variables[name] = { name, type, order: Object.keys(variables).length, ...(initial !== undefined && { initial: JSON.parse(JSON.stringify(initial)) }) };
      return name;
    },
    direct(name, direction) {
      const variable = variables[name];
      if (variable) variables[name] = { ...variable, direction };
    },
    translate(language, node, path, { original, text }) {
      const filed = translations[language];
      if (filed) filed[`${node}/${path.join('.')}`] = { text: text.slice(0, flowLimits.text), source: hashText(original), by: 'person', accepted: true };
    },
    finish: () => parseFlow({
      schema: flowSchemaVersion, kind, languages: [...languages], variables, nodes, edges, notes, translations: kind === 'bot' ? withSettings(languages, translations) : translations,
      settings: { channels: ['web'], zone: 'UTC', sessionHours: 24, missingTranslationsAccepted: false, consentText: '', shortcuts: {}, ...saidIn(kind, languages[0]) },
    }, nodeTypes),
  };
}

const saidNames = ['errorText', 'unreadableText', 'waitingText'] as const;

function textsIn(language: string): Record<(typeof saidNames)[number], string> {
  const texts = settingsTexts[language] ?? settingsTexts[language.split('-')[0] ?? ''] ?? settingsTexts['en'];
  invariant(texts, 'there are settings texts in English');
  return texts;
}

/** A subflow says the main flow's. */
function saidIn(kind: DraftOptions['kind'], language: string): object {
  const texts = textsIn(language);
  return kind === 'subflow' ? { errorText: '', unreadableText: '', waitingText: '' } : { silenceAfter: 'PT24H', ...Object.fromEntries(saidNames.map((name) => [name, texts[name]])) };
}

function withSettings([first, ...others]: readonly [string, ...string[]], translations: Flow['translations']): Flow['translations'] {
  const original = textsIn(first);
  return { ...translations, ...Object.fromEntries(others.map((language) => [language, {
    ...translations[language],
    ...Object.fromEntries(saidNames.map((name) => [`settings/${name}`, { text: textsIn(language)[name], source: hashText(original[name]), by: 'person' as const, accepted: true }])),
  }])) };
}

const within = (coordinate: number): number => Math.round(Math.min(900_000, Math.max(-900_000, coordinate)));

/** An id of a document like one of another tool's. */
function idOf(wanted: string, otherwise: string): string {
  return wanted.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 36) || otherwise;
}

/** Words of the expression language. */
const reserved = new Set(['as', 'break', 'const', 'continue', 'else', 'false', 'for', 'function', 'if', 'import', 'in', 'let', 'loop', 'namespace', 'null', 'package', 'return', 'true', 'var', 'void', 'while']);

/** A variable's name like what it is called elsewhere: `First name` is first_name. */
export function nameOf(key: string): string {
  const letters = key.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 34).toLowerCase();
  if (reserved.has(letters)) return `${letters}_`;
  return /^[a-z]/.test(letters) ? letters : `v_${letters}`.replace(/_+$/, '');
}

function freeName(wanted: string, taken: Readonly<Record<string, unknown>>): string {
  let name = wanted;
  for (let number = 2; Object.hasOwn(taken, name); number += 1) name = `${wanted}_${number}`;
  return name;
}
