import type { Json } from '../../lib/json.ts';
import type { Draft } from '../draftFlow.ts';
import type { TypebotBlock } from './typebotSchema.ts';
import type { KnownVariable, TypebotWords } from './typebotWords.ts';

/** A way out of a node that still has to be led somewhere. */
export interface End {
  node: string;
  exit: string;
}

/** What a block became: where it is entered, and its ways out. Without an entry one comes straight to what follows. */
export interface Piece {
  entry?: string;
  /** Lead to what follows the block. */
  ends: End[];
  /** Lead where the item, or the path of a card, leads; to what follows where it leads nowhere. */
  items?: { id: string; edge: string | undefined; ends: End[] }[];
  /** Follows instead of what stands behind the block. */
  jump?: { groupId: string; blockId: string | undefined };
  /** Nothing follows. */
  stops?: true;
}

/** Why nothing of a block can be kept. */
export interface LeftOut {
  leftOut: string;
}

/** What a block is read with. */
export interface BlockContext {
  block: TypebotBlock;
  draft: Draft;
  words: TypebotWords;
  at: { x: number; y: number };
  /** The words of the bubble before an input, as a template. */
  question: string;
  /** Tells that this block became something a little different. */
  differs(says: string): void;
}

/** Reads one block into the draft, or says why nothing of it can be kept. */
export type BlockReader = (context: BlockContext) => Piece | LeftOut;

/** A block that is one node with one way on. */
export function oneNode({ block, draft, at }: BlockContext, type: string, data: object, exits: readonly string[] = ['next']): Piece {
  const node = draft.add(block.id, { type, ...at, data });
  return { entry: node, ends: exits.map((exit) => ({ node, exit })) };
}

/** A text among the options of a block; '' when there is none. */
export function textIn(options: { readonly [key: string]: Json } | undefined, ...path: string[]): string {
  let value: Json | undefined = options;
  for (const step of path) value = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[step] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Whether an option of a block is switched on. */
export function isOn(options: { readonly [key: string]: Json } | undefined, ...path: string[]): boolean {
  let value: Json | undefined = options;
  for (const step of path) value = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[step] : undefined;
  return value === true;
}

/** A number among the options of a block, also when it was written as a text. */
export function numberIn(options: { readonly [key: string]: Json } | undefined, name: string): number | undefined {
  const text = textIn(options, name).trim();
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : undefined;
}

/** The variable that the block keeps its answer in. */
export function savedIn({ block, words }: Pick<BlockContext, 'block' | 'words'>): KnownVariable | undefined {
  return words.byId(textIn(block.options, 'variableId') || undefined);
}
