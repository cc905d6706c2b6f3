import { sniffDocument } from './sniffDocument.ts';
import type { Sniffed } from './sniffed.ts';
import { sniffImage } from './sniffImage.ts';
import { sniffTrack } from './sniffTrack.ts';

/** How much of a file is looked at: a photo's frame header stands behind its profile and preview. */
export const headBytes = 262_144;

/** Says by its first bytes what a file is, names and headers unheard; undefined for programs, which are not taken at all. */
export function sniff(head: Buffer): Sniffed | undefined {
  return sniffImage(head) ?? sniffTrack(head) ?? sniffDocument(head);
}
