import type { Parts } from './types.ts';

/** A text as it is read, nothing escaped. */
export function plainText(parts: Parts): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

/** The same with personal values left out: for traces and logs. */
export function redactedText(parts: Parts): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.personal ? '•••' : part.value)).join('');
}

/**
 * An address: what came from variables is escaped, so that it can neither leave its place nor add another. A variable at the very
 * beginning stands for a whole address. Undefined when a value would lead up the path.
 */
export function encodeUrl(parts: Parts): string | undefined {
  const [first] = parts;
  const url = parts.map((part) => (typeof part === 'string' ? part : part === first ? part.value : encodeURIComponent(wellFormed(part.value)))).join('');
  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  const climbs = path.split(/[/\\]/).some((segment) => /^\.{1,2}$/.test(segment.replaceAll(/%2e/gi, '.')));
  return climbs ? undefined : url;
}

/** The value of a header; undefined when it has a line break or another character no header may have. */
export function encodeHeader(parts: Parts): string | undefined {
  const value = plainText(parts).trim();
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? value : undefined;
}

/** A body of this content type: in JSON and XML, what came from variables is escaped as text. */
export function encodeBody(parts: Parts, mime: string): string {
  const escape = /json/i.test(mime) ? inJson : /xml|html/i.test(mime) ? inMarkup : (text: string) => text;
  return parts.map((part) => (typeof part === 'string' ? part : escape(part.value))).join('');
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const inMarkup = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);

/** Half of a surrogate pair cannot be escaped. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
