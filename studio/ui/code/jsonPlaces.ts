/** A piece of a text: from the first character to behind the last. */
export interface Range {
  start: number;
  end: number;
}

/** A value of a JSON text with where it stands, and where its parts do. */
export interface Place extends Range {
  /** Where its own name stands, for a field of an object. */
  name?: Range;
  parts: Map<string, Place>;
}

/** A text read as JSON: its value and its places, or the first mistake. */
export type ReadJson = { ok: true; value: unknown; root: Place } | { ok: false; at: number; problem: 'empty' | 'value' | 'string' | 'comma' | 'colon' | 'name' | 'twice' | 'rest' };

type Problem = Extract<ReadJson, { ok: false }>['problem'];

class Mistake extends Error {
  readonly at: number;
  readonly problem: Problem;
  constructor(at: number, problem: Problem) {
    super(problem);
    this.at = at;
    this.problem = problem;
  }
}

/** Reads a text as JSON and keeps where everything stands; a name that stands twice is a mistake, because one of the two would be lost. */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text);
  try {
    const root = reader.whole();
    return { ok: true, value: JSON.parse(text), root };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, at: error.at, problem: error.problem };
    throw error;
  }
}

/**
 * Where a path joined by dots leads. Names may hold dots themselves: the longest that fits is taken. A path that leads further than
 * the text does ends at the last place there is.
 */
export function rangeOf(root: Place, path: string): Range {
  let place = root;
  let rest = path;
  while (rest !== '') {
    const name = [...place.parts.keys()].filter((key) => rest === key || rest.startsWith(`${key}.`)).toSorted((a, b) => b.length - a.length)[0];
    const next = name === undefined ? undefined : place.parts.get(name);
    if (name === undefined || !next) break;
    place = next;
    rest = rest.slice(name.length + 1);
  }
  // A whole object is pointed at by its name, or its opening bracket: underlining all of it would say nothing.
  if (place.parts.size > 0 || rest !== '') return place.name ?? { start: place.start, end: place.start + 1 };
  return { start: place.start, end: place.end };
}

const mostNested = 500;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Place {
    this.space();
    if (this.at >= this.text.length) throw new Mistake(0, 'empty');
    const place = this.value();
    this.space();
    if (this.at < this.text.length) throw new Mistake(this.at, 'rest');
    return place;
  }

  private value(): Place {
    this.space();
    const start = this.at;
    const first = this.text[start];
    // No document is nested like this, and reading on would end in a stack that overflows.
    if (this.depth >= mostNested) throw new Mistake(start, 'value');
    this.depth += 1;
    const parts = new Map<string, Place>();
    if (first === '{') this.object(parts);
    else if (first === '[') this.list(parts);
    else if (first === '"') this.string();
    else this.word();
    this.depth -= 1;
    return { start, end: this.at, parts };
  }

  private object(parts: Map<string, Place>): void {
    this.items('}', () => {
      const start = this.at;
      if (this.text[start] !== '"') throw new Mistake(start, 'name');
      const key = this.string();
      const name = { start, end: this.at };
      if (parts.has(key)) throw new Mistake(start, 'twice');
      this.space();
      if (this.text[this.at] !== ':') throw new Mistake(this.at, 'colon');
      this.at += 1;
      parts.set(key, { ...this.value(), name });
    });
  }

  private list(parts: Map<string, Place>): void {
    this.items(']', () => parts.set(String(parts.size), this.value()));
  }

  /** Items between brackets, with commas between them and none at the end. */
  private items(close: string, item: () => void): void {
    this.at += 1;
    this.space();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.space();
      item();
      this.space();
      const next = this.text[this.at];
      if (next !== ',' && next !== close) throw new Mistake(this.at, 'comma');
      this.at += 1;
      if (next === close) return;
    }
  }

  private string(): string {
    const found = /^"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/u.exec(this.text.slice(this.at, this.endOfLine()));
    if (!found) throw new Mistake(this.at, 'string');
    this.at += found[0].length;
    const parsed: unknown = JSON.parse(found[0]);
    return String(parsed);
  }

  private word(): void {
    const found = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(this.text.slice(this.at, this.endOfLine()));
    if (!found) throw new Mistake(this.at, 'value');
    this.at += found[0].length;
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}
