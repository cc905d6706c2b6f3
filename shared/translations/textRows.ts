import { remember } from '../expressions/remember.ts';
import { hashText } from '../flow/hashFlow.ts';
import type { ChannelType, Flow, FlowSet, Translation } from '../flow/document.ts';
import { textsOf } from '../flow/textsOf.ts';
import type { FlowText } from '../flow/textsOf.ts';
import type { TranslationState } from '../flow/translatableTexts.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { readNode } from '../nodes/readNode.ts';
import { compareHoles, piecesOf } from '../expressions/holes.ts';
import type { HoleDifference } from '../expressions/holes.ts';
import { lettersOf, limitsOf, overrunsOf } from './lengths.ts';
import type { Overrun } from './lengths.ts';
import { readingOrder } from './readingOrder.ts';

/** A text in one language, with all that is to be known about it. */
export interface TextCell {
  state: TranslationState;
  /** '' when it is missing. */
  text: string;
  /** Made by a machine, and nobody accepted it yet. */
  machine: boolean;
  /** Channels that refuse it. */
  tooLong: Overrun[];
  /** What it loses or invents of the original's variables. */
  holes: HoleDifference | undefined;
  /** As it stands in the document. */
  kept: Translation | undefined;
}

/** One text of a bot with its translations. */
export interface TextRow extends FlowText {
  /** Unique in the bot and the same in every file: `<flow>:<key>`, the main flow is `main`. */
  id: string;
  flow: string;
  /** What people call its node; '' for a text of the settings. */
  title: string;
  /** Where it stands, in words: the node and the field. */
  where: string;
  /** Hash of the original, which translations keep as their source. */
  source: string;
  /** The longest it may be, by channel. */
  limits: { channel: string; most: number }[];
  /** Channels that refuse the original. */
  tooLong: Overrun[];
  /** By language of the bot, the one it was typed in left out. */
  cells: Readonly<Record<string, TextCell>>;
}

/** What the rows of one flow depend on besides the flow. */
export interface TextGround {
  /** Its id, and the name it has in ids of rows. */
  flow: string;
  name: string;
  /** The bot's languages and channels: a subflow speaks its caller's. */
  languages: readonly string[];
  channels: readonly ChannelType[];
  nodeTypes: NodeTypes;
}

/** After an edit nearly every text is the same as before. */
const hashOf = remember({ most: 20_000, longest: 5_000 }, hashText);

/**
 * The texts of one flow in the order people read them, with the state of every translation. `before` are its rows as they were on the same
 * ground: those that did not change are the same objects, and cost nothing.
 */
export function textRows(flow: Flow, { flow: flowId, name, languages, channels, nodeTypes }: TextGround, before: readonly TextRow[] = []): TextRow[] {
  const places = new Map(readingOrder(flow, nodeTypes).map((node, place) => [node, place]));
  const known = new Map(before.map((row) => [row.key, row]));
  const titles = new Map(Object.keys(flow.nodes).map((node) => [node, titleIn(flow, node, nodeTypes)]));
  const limits = new Map<string | undefined, TextRow['limits']>();
  const others = languages.filter((language) => language !== flow.languages[0]);
  const rowOf = (text: FlowText): TextRow => {
    const title = (text.nodeId === undefined ? undefined : titles.get(text.nodeId)) ?? '';
    const kept = (language: string): Translation | undefined => own(own(flow.translations, language), text.key);
    const former = known.get(text.key);
    if (former && former.original === text.original && former.title === title && former.label === text.label && former.limit === text.limit && others.every((language) => former.cells[language]?.kept === kept(language))) return former;
    const source = hashOf(text.original);
    const most = limits.get(text.limit) ?? limitsOf(text.limit, channels);
    limits.set(text.limit, most);
    const row: TextRow = { ...text, id: `${name}:${text.key}`, flow: flowId, title, where: `${title || 'Settings'} / ${text.label}`, source, limits: most, tooLong: overrunsOf(lettersOf(text.original, text.template), most), cells: {} };
    return { ...row, cells: Object.fromEntries(others.map((language) => [language, cellOf(row, kept(language))])) };
  };
  const place = ({ nodeId }: FlowText): number => (nodeId === undefined ? places.size : places.get(nodeId) ?? places.size);
  return textsOf(flow, nodeTypes).toSorted((a, b) => place(a) - place(b)).map(rowOf);
}

/** A translation as it stands against its original. */
export function cellOf({ original, template, source, limits }: Pick<TextRow, 'original' | 'template' | 'source' | 'limits'>, kept: Translation | undefined): TextCell {
  if (!kept || kept.text.trim() === '') return { state: 'missing', text: '', machine: false, tooLong: [], holes: undefined, kept };
  return {
    state: kept.source === source ? 'ok' : 'outdated', text: kept.text, machine: kept.by === 'machine' && !kept.accepted, kept,
    tooLong: overrunsOf(lettersOf(kept.text, template), limits),
    holes: template && (kept.text.includes('{{') || original.includes('{{')) ? compareHoles(original, kept.text) : undefined,
  };
}

/** The rows of all flows of a bot, the main one's first. */
export function allTextRows(set: FlowSet, nodeTypes: NodeTypes): TextRow[] {
  const main = set.flows[set.main];
  if (!main) return [];
  const { languages, settings: { channels } } = main;
  const subflows = Object.entries(set.flows).filter(([id]) => id !== set.main);
  return [[set.main, main] as const, ...subflows].flatMap(([id, flow]) => textRows(flow, { flow: id, name: rowName(set.main, id), languages, channels, nodeTypes }));
}

/** How a flow is called in the ids of rows. */
export function rowName(main: string, flow: string): string {
  return flow === main ? 'main' : flow;
}

function titleIn(flow: Flow, id: string, nodeTypes: NodeTypes): string {
  const node = flow.nodes[id];
  const type = node && own(nodeTypes, node.type);
  const said = type ? readNode(type, node.data)?.summary.trim() ?? '' : '';
  // Variables by their names, so that none is cut in two.
  const summary = piecesOf(said).map(({ text, hole }) => (hole ? text.replace(/^\{\{\s*|\s*\}\}$/g, '') : text)).join('');
  return node?.title?.trim() || (summary.length > 48 ? `${summary.slice(0, 47).trimEnd()}…` : summary) || type?.label || id;
}

function own<Value>(map: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}
