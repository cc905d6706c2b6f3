import type { Sniffed } from './sniffed.ts';

/** Windows, Linux and macOS programs, and scripts. */
const programs = ['MZ', '\x7fELF', '\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '#!'];

const office = 'application/vnd.openxmlformats-officedocument';
/** Zipped documents by a name that stands in their head. */
const zipped: readonly [inside: string, mime: string][] = [
  ['word/', `${office}.wordprocessingml.document`],
  ['xl/', `${office}.spreadsheetml.sheet`],
  ['ppt/', `${office}.presentationml.presentation`],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['mimetypeapplication/epub+zip', 'application/epub+zip'],
];

const begins: readonly [start: string, mime: string][] = [
  ['%PDF-', 'application/pdf'],
  ['{\\rtf', 'application/rtf'],
  ['\x1f\x8b', 'application/gzip'],
  ['7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
  ['Rar!\x1a\x07', 'application/vnd.rar'],
  // Word, Excel and PowerPoint before 2007 look the same from outside.
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
];

/** Everything that is neither image, sound nor film; undefined for programs. Nothing of it is ever shown in place. */
export function sniffDocument(head: Buffer): Sniffed | undefined {
  const start = head.toString('latin1', 0, 16);
  if (programs.some((program) => start.startsWith(program))) return undefined;
  const known = begins.find(([mark]) => start.startsWith(mark))?.[1];
  return { kind: 'document', mime: known ?? (start.startsWith('PK\x03\x04') ? zipType(head) : textType(head)) };
}

function zipType(head: Buffer): string {
  return zipped.find(([inside]) => head.includes(inside))?.[1] ?? 'application/zip';
}

/** Text is UTF-8 without control characters; pages and drawings are told from it, although they are served as neither. */
function textType(head: Buffer): string {
  const text = utf8(head);
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (text === undefined || /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(text)) return 'application/octet-stream';
  const opening = text.replace(/^\uFEFF/, '').trimStart().slice(0, 1_000).toLowerCase();
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype svg[^>]*>\s*)?<svg[\s>]/s.test(opening)) return 'image/svg+xml';
  if (/^(<!doctype html|<html|<head|<body|<script|<iframe)/.test(opening)) return 'text/html';
  return opening.startsWith('<?xml') ? 'application/xml' : 'text/plain';
}

function utf8(head: Buffer): string | undefined {
  try {
    // The head may end within a character.
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
}
