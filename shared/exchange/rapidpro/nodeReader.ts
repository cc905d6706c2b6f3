import type { Json } from '../../lib/json.ts';
import type { Draft } from '../draftFlow.ts';
import type { Reporter } from '../report.ts';
import type { RapidproAction, RapidproFlow, RapidproNode, RapidproRouter } from './rapidproSchema.ts';
import type { RapidproWords } from './rapidproWords.ts';

/** A way out of a node that still has to be led somewhere. */
export interface End {
  node: string;
  exit: string;
}

/** A part of a node in the draft: where it is entered and how it is left. */
export interface Piece {
  entry: string;
  ends: End[];
}

/** A flow being read. */
export interface FlowContext {
  flow: RapidproFlow;
  draft: Draft;
  words: RapidproWords;
  /** The languages after the first, as they are called in the file and here. */
  others: readonly { theirs: string; ours: string }[];
  tell: Reporter['tell'];
  /** Calls of other flows, to be given arguments when all flows are read. */
  calls: { node: string; flow: string }[];
  /** Whether the file has a flow. */
  hasFlow(uuid: string): boolean;
  /** Answers of a webhook that the flow speaks of: paths below its JSON. */
  webhookPaths: readonly string[];
}

/** A node being read, and where its next part stands. */
export interface NodeContext extends FlowContext {
  node: RapidproNode;
  at: { x: number; y: number };
  /** Tells that a part became something a little different. */
  differs(what: string, says: string): void;
}

/** Reads one action; undefined when nothing of it can be kept. */
export type ActionReader = (action: RapidproAction, context: NodeContext) => Piece | undefined;

/** A node with one way on. */
export function oneNode(wanted: string, { draft, at }: NodeContext, node: { type: string; data: object; exits?: readonly string[] }): Piece {
  const entry = draft.add(wanted, { type: node.type, ...at, data: node.data });
  return { entry, ends: (node.exits ?? ['next']).map((exit) => ({ node: entry, exit })) };
}

/** A text of an action; '' when it has none. */
export function textIn(value: Json | undefined, ...path: string[]): string {
  let inner = value;
  for (const step of path) inner = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner[step] : undefined;
  return typeof inner === 'string' ? inner : typeof inner === 'number' ? String(inner) : '';
}

/** The texts of a list of an action; Glific's quick replies may be objects with a text. */
export function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : textIn(item, 'text'))).filter(Boolean) : [];
}

/** What stands for a thing of the flow in another language. */
export function translated({ flow }: Pick<FlowContext, 'flow'>, language: string, uuid: string, field: string): string[] {
  return textsIn(flow.localization[language]?.[uuid]?.[field]);
}

/** Files the translations of one text of an action. */
export function fileTranslations(context: FlowContext, { uuid, field, place = 0 }: { uuid: string; field: string; place?: number }, to: { node: string; path: readonly string[]; original: string }): void {
  for (const { theirs, ours } of context.others) {
    const text = translated(context, theirs, uuid, field)[place];
    if (text) context.draft.translate(ours, to.node, to.path, { original: to.original, text: context.words.template(text) });
  }
}

/** The exit of a category. */
export function exitOf({ categories }: RapidproRouter, category: string | null | undefined): string | undefined {
  return categories.find(({ uuid }) => uuid === category)?.exit_uuid ?? undefined;
}
