import { SaxesParser } from 'saxes';

/** An element of a small XML document; prefixes of names are left off. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
  line: number;
}

/** A document's root, or on which line it cannot be read. */
export type ParsedXml = { ok: true; root: Element } | { ok: false; line: number; message: string };

/** Deeper nesting is no file of translations. */
const deepest = 100;

/**
 * Reads an XML document. DOCTYPE, and with it every entity a file could declare, is refused: nothing grows while it is read and
 * nothing is fetched.
 */
export function parseXml(given: string): ParsedXml {
  const parser = new SaxesParser();
  const document: Element = { name: '', attributes: {}, children: [], line: 1 };
  const open = [document];
  const add = (child: Element | string): void => { if (open.length > 1 || typeof child !== 'string') open.at(-1)?.children.push(child); };
  // Where the next tag begins: the parser tells of it only when it has ended.
  let line = 1;
  parser.on('error', ({ message }) => { throw new Unreadable(parser.line, `The file is not XML: ${message.replace(/^\d+:\d+: /, '').replace(/\.?$/, '.')}`); });
  parser.on('doctype', () => { throw new Unreadable(parser.line, 'The file declares a document type (DOCTYPE) or entities of its own. Such files are not read, because they can grow without end.'); });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentagstart', () => { line = parser.line; });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) throw new Unreadable(line, 'Its elements are nested too deeply.');
    const element: Element = { name: local(name), attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])), children: [], line };
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => { open.pop(); });
  try {
    parser.write(given).close();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, line: error.line, message: error.message };
  }
  const [root] = document.children;
  return typeof root === 'object' ? { ok: true, root } : { ok: false, line: 1, message: 'The file is not XML: it has no element.' };
}

/** Escapes words for XML; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"\r\t\n]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\t': '&#9;' })[letter] ?? letter);
}

/** All words of an element and of those inside it. */
export function wordsOf({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}

/** The elements of this name directly inside another. */
export function elementsIn({ children }: Element, name: string): Element[] {
  return children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
}

class Unreadable extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
