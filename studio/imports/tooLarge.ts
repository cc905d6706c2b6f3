import { botFileLimits } from '@parley/shared/exchange/botFile';

const mega = 1_000_000;

/** The most megabytes a file to import may have. */
export const mostMegabytes = botFileLimits.bytes / mega;

/** A file that is too large to be read, in numbers for the sentence about it; undefined when it may be. */
export function tooLarge({ size }: File): { size: number; most: number } | undefined {
  return size > botFileLimits.bytes ? { size: Math.ceil(size / mega), most: mostMegabytes } : undefined;
}
