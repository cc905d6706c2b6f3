import { canonicalJson } from '../lib/json.ts';
import type { Json } from '../lib/json.ts';
import type { Flow } from './document.ts';
import { sha256 } from './sha256.ts';

/** The name of a document's content: SHA-256 over its JSON with sorted keys, 64 hexadecimal digits. */
export function hashFlow(flow: Flow): string {
  return sha256(canonicalJson(flow));
}

/** The same for any part of a document: what `remove` carries, so that it is refused after a change. */
export function hashValue(value: Json): string {
  return sha256(canonicalJson(value));
}

/** The name of an original text that a translation keeps as its `source`: 16 hexadecimal digits. */
export function hashText(text: string): string {
  return sha256(text).slice(0, 16);
}
