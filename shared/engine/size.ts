import type { Json } from '../lib/json.ts';
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
  if (isSmall(snapshot)) return undefined;
  const variables = bytesOf(snapshot.variables) + snapshot.frames.reduce((sum, frame) => sum + bytesOf(frame.locals) + (frame.forms ? bytesOf(frame.forms) : 0) + (frame.exchanges ? bytesOf(frame.exchanges) : 0), 0);
  if (variables > limits.variablesBytes) return 'variablesBytes';
  if (snapshot.frames.reduce((sum, frame) => sum + bytesOf(frame.cursors), 0) > limits.cursorsBytes) return 'cursorsBytes';
  return bytesOf(snapshot) > limits.snapshotBytes ? 'snapshotBytes' : undefined;
}

/** Whether everything surely stays under the smallest limit, without writing it as JSON: the common case, on every turn. */
function isSmall({ frames, variables }: Snapshot): boolean {
  let left = spend(variables, limits.variablesBytes / 2);
  for (const { locals, cursors, counters, forms, exchanges } of frames) left = spend(counters, spend(cursors, spend(locals, left - (forms ? bytesOf(forms) : 0) - (exchanges ? bytesOf(exchanges) : 0))));
  return left > 0;
}

/** What is left of a budget after a value: an escaped letter takes six bytes at most, a number or a word less than 32. */
function spend(value: Json | Snapshot['frames'][number]['cursors'], budget: number): number {
  if (budget <= 0) return budget;
  if (typeof value === 'string') return budget - 8 - value.length * 6;
  if (typeof value !== 'object' || value === null) return budget - 32;
  let left = budget - 8;
  for (const [name, inner] of Object.entries(value)) left = spend(inner, left - 8 - name.length * 6);
  return left;
}
