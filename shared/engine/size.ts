import { limits } from '../machine/snapshot.ts';
import type { Snapshot } from '../machine/snapshot.ts';

/** Bytes of a value as JSON in UTF-8, counted without an encoder (the core has none). */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value) ?? '';
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // Both halves of a pair count two here: four bytes together. (A lone half is written as six ASCII characters.)
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** The first size limit a snapshot passes, or undefined. */
export function oversize(snapshot: Snapshot): string | undefined {
  const text = JSON.stringify(snapshot);
  // No character takes more than three bytes per UTF-16 unit, and the parts are smaller than the whole.
  if (text.length * 3 <= limits.variablesBytes) return undefined;
  const variables = bytesOf(snapshot.variables) + snapshot.frames.reduce((sum, frame) => sum + bytesOf(frame.locals), 0);
  if (variables > limits.variablesBytes) return 'variablesBytes';
  if (snapshot.frames.reduce((sum, frame) => sum + bytesOf(frame.cursors), 0) > limits.cursorsBytes) return 'cursorsBytes';
  return bytesOf(snapshot) > limits.snapshotBytes ? 'snapshotBytes' : undefined;
}
