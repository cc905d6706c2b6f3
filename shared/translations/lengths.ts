import type { ChannelType } from '../flow/document.ts';
import { channelLimits, lengthOf } from '../messages/limits.ts';
import { piecesOf } from '../expressions/holes.ts';

/** A channel that refuses a text, and the longest it takes. */
export interface Overrun {
  channel: string;
  most: number;
  length: number;
}

/** The letters of a text that count: what variables bring is known only when it is said. */
export function lettersOf(text: string, template: boolean): number {
  if (!template || !text.includes('{{')) return lengthOf(text);
  return piecesOf(text).reduce((sum, piece) => sum + (piece.hole ? 0 : lengthOf(piece.text)), 0);
}

/** The longest a text of this kind may be, by channel; channels without a limit for it are left out. */
export function limitsOf(kind: string | undefined, channels: readonly ChannelType[]): { channel: string; most: number }[] {
  if (kind === undefined) return [];
  return channels.flatMap((channel) => {
    const { label, characters } = channelLimits[channel];
    return Object.entries(characters).flatMap(([name, most]) => (name === kind ? [{ channel: label, most }] : []));
  });
}

/** The channels that refuse a text of this length, the strictest first. */
export function overrunsOf(length: number, limits: readonly { channel: string; most: number }[]): Overrun[] {
  return limits.filter(({ most }) => length > most).toSorted((a, b) => a.most - b.most).map((limit) => ({ ...limit, length }));
}
