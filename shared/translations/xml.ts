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
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const tagStart = /<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)/uy;
const attribute = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const tagEnd = /\s*(\/?)>/y;

/**
 * Reads an XML document without a declaration of its own. DOCTYPE, and with it every entity a file could declare, is refused: nothing
 * grows while it is read and nothing is fetched.
 */
export function parseXml(given: string): ParsedXml {
  const reader = new Reader(given.startsWith('\ufeff') ? given.slice(1) : given);
  try {
    return { ok: true, root: reader.read() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, line: reader.lineAt(error.at), message: error.message };
  }
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
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

class Reader {
  private readonly text: string;
  private at = 0;
  private line = 1;
  private lineFrom = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): Element {
    const document: Element = { name: '', attributes: {}, children: [], line: 1 };
    const open = [document];
    while (this.at < this.text.length) {
      const inside = open.at(-1) ?? document;
      const next = this.text.indexOf('<', this.at);
      const words = this.text.slice(this.at, next < 0 ? this.text.length : next);
      if (inside !== document) this.say(inside, this.resolved(words, this.at));
      else if (words.trim() !== '') throw new Unreadable(this.at, 'The file is not XML: words stand outside of its elements.');
      if (next < 0) break;
      this.at = next;
      if (this.skipped(inside)) continue;
      this.tag(open);
    }
    if (open.length > 1) throw new Unreadable(this.text.length, `The file ends inside <${open.at(-1)?.name}>: its end is missing.`);
    const [root] = document.children;
    if (typeof root !== 'object' || document.children.length > 1) throw new Unreadable(0, 'The file is not XML: it has no single outermost element.');
    return root;
  }

  /** Asked from front to back, so that each line is counted once. */
  lineAt(at: number): number {
    if (at === 0) return 1;
    for (let next = this.text.indexOf('\n', this.lineFrom); next >= 0 && next < at; next = this.text.indexOf('\n', this.lineFrom)) {
      this.line += 1;
      this.lineFrom = next + 1;
    }
    return this.line;
  }

  /** Comments, instructions and raw text; false for a tag. */
  private skipped(inside: Element): boolean {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) this.at = this.after('-->', 'a comment');
    else if (text.startsWith('<?', at)) this.at = this.after('?>', 'an instruction');
    else if (text.startsWith('<![CDATA[', at)) {
      this.at = this.after(']]>', 'raw text');
      this.say(inside, text.slice(at + 9, this.at - 3).replace(/\r\n?/g, '\n'));
    } else if (text.startsWith('<!', at)) throw new Unreadable(at, 'The file declares a document type (DOCTYPE) or entities of its own. Such files are not read, because they can grow without end.');
    else return false;
    return true;
  }

  private tag(open: Element[]): void {
    const from = this.at;
    const start = this.match(tagStart);
    if (!start) throw new Unreadable(from, 'A < does not begin an element.');
    const name = local(start[2] ?? '');
    const attributes: Record<string, string> = {};
    for (let found = this.match(attribute); found; found = this.match(attribute)) attributes[local(found[1] ?? '')] = this.resolved(found[2] ?? found[3] ?? '', from);
    const end = this.match(tagEnd);
    if (!end) throw new Unreadable(from, `The tag <${start[1] ?? ''}${name} is not closed, or an attribute of it is not written as name="value".`);
    if (start[1]) {
      if (open.length < 2 || open.at(-1)?.name !== name) throw new Unreadable(from, `</${name}> closes nothing: ${open.length < 2 ? 'no element is' : `<${open.at(-1)?.name}> is`} open.`);
      open.pop();
      return;
    }
    const element: Element = { name, attributes, children: [], line: this.lineAt(from) };
    open.at(-1)?.children.push(element);
    if (end[1]) return;
    if (open.length > deepest) throw new Unreadable(from, 'Its elements are nested too deeply.');
    open.push(element);
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found ?? undefined;
  }

  private after(end: string, what: string): number {
    const at = this.text.indexOf(end, this.at);
    if (at < 0) throw new Unreadable(this.at, `The file ends inside ${what}.`);
    return at + end.length;
  }

  private say(inside: Element, words: string): void {
    if (words !== '') inside.children.push(words);
  }

  /** Words with their references resolved; line ends as XML reads them. */
  private resolved(words: string, at: number): string {
    const plain = words.includes('\r') ? words.replace(/\r\n?/g, '\n') : words;
    if (!plain.includes('&')) return plain;
    return plain.replace(/&(?:#(\d{1,8})|#x([\da-f]{1,6})|([\w.-]{1,40}));|&/gi, (written, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
      const known = name && Object.hasOwn(named, name) ? named[name] : undefined;
      if (known === undefined) throw new Unreadable(at, written === '&' ? 'A & is not written as &amp;.' : `The reference ${written} is not known.`);
      return known;
    });
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
