/** Where a text stops being JSON, counted from 1, and what is wrong there. */
export interface JsonMistake {
  line: number;
  column: number;
  message: string;
}

const token = /[ \t\r\n]+|[{}[\]:,]|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** What may come next. `value?` and `key?` also let the list or object end. */
type Awaited = 'value' | 'value?' | 'key' | 'key?' | ':' | ', or end' | 'nothing';

const wanted: Readonly<Record<Awaited, string>> = {
  value: 'a value', 'value?': 'a value or ]', key: 'a name in double quotes', 'key?': 'a name in double quotes or }', ':': 'a colon', ', or end': 'a comma or the end of the list or object', nothing: 'nothing more',
};

/** Finds the first place where a text is no JSON; undefined when it is JSON. Engines tell places in words of their own, or not at all. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  const closed = (): Awaited => (open.length === 0 ? 'nothing' : ', or end');
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined) return mistakeAt(text, at, awaited);
    const next: Awaited | undefined = /^\s/.test(found) ? awaited : step(found, awaited, open, closed);
    if (next === undefined) return mistakeAt(text, at, awaited);
    awaited = next;
    at += found.length;
  }
  return awaited === 'nothing' ? undefined : mistakeAt(text, at, awaited);
}

function step(found: string, awaited: Awaited, open: ('{' | '[')[], closed: () => Awaited): Awaited | undefined {
  const value = awaited === 'value' || awaited === 'value?';
  const inside = open.at(-1);
  switch (found) {
    case '{':
    case '[':
      if (!value) return undefined;
      open.push(found);
      return found === '{' ? 'key?' : 'value?';
    case '}':
    case ']':
      if (inside !== (found === '}' ? '{' : '[') || !(awaited === ', or end' || awaited === (found === '}' ? 'key?' : 'value?'))) return undefined;
      open.pop();
      return closed();
    case ':': return awaited === ':' ? 'value' : undefined;
    case ',': return awaited === ', or end' ? (inside === '{' ? 'key' : 'value') : undefined;
    default:
      if (awaited === 'key' || awaited === 'key?') return found.startsWith('"') ? ':' : undefined;
      return value ? closed() : undefined;
  }
}

function mistakeAt(text: string, at: number, awaited: Awaited): JsonMistake {
  const before = text.slice(0, at);
  const got = at >= text.length ? 'the file ends' : `there is ${JSON.stringify(text.slice(at, at + 12))}`;
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), message: `Expected ${wanted[awaited]}, but ${got}` };
}
