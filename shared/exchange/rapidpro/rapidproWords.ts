import type { ValueType } from '../../expressions/types.ts';
import type { Draft } from '../draftFlow.ts';
import { nameOf } from '../draftFlow.ts';

/** How a flow speaks of results, fields and the contact, in our words. Keys name a variable in all flows of the file. */
export interface RapidproWords {
  /** The variable of a key such as `results:age`, read or, when it gets a value here, written. */
  read(key: string): string;
  write(key: string): string;
  typeOf(key: string): ValueType;
  /** A text with `@expressions` as a template; what cannot be said here is left out and told. */
  template(text: string): string;
  /** A text as an expression that gives a text. */
  text(written: string): string;
  /** The operand of a router as an expression that gives a text; undefined when it cannot be said. */
  operand(written: string): string | undefined;
  keys: { read: ReadonlySet<string>; written: ReadonlySet<string> };
}

const spoken = /@@|@\((?:[^()]|\([^()]*\))*\)|@(?:[a-zA-Z_][\w]*)(?:\.[\w]+)*/g;

/** The key of the variable that a result is kept in. */
export const resultKey = (name: string): string => `results:${nameOf(name)}`;

/** Makes the words of one flow. */
export function rapidproWords(draft: Pick<Draft, 'variable'>, typeOf: (key: string) => ValueType, lost: (expression: string) => void): RapidproWords {
  const [readKeys, writtenKeys] = [new Set<string>(), new Set<string>()];
  const variable = (key: string): string => {
    const type = typeOf(key);
    const initial = { text: '', number: 0, boolean: false }[type.kind as 'text' | 'number' | 'boolean'];
    return draft.variable(key, { called: key.replace(/^\w+:/, ''), type, ...(initial !== undefined && { initial }) });
  };
  const use = (keys: Set<string>) => (key: string) => {
    keys.add(key);
    return variable(key);
  };
  const read = use(readKeys);
  const asText = (key: string): string => {
    const name = read(key);
    const { kind } = typeOf(key);
    // A file is spoken of by its name.
    return kind === 'text' ? name : kind === 'file' ? `${name}.name` : `string(${name})`;
  };
  const path = (written: string): string | undefined => {
    const [root = '', ...rest] = written.toLowerCase().replace(/\s/g, '').split('.');
    const [first, second] = rest;
    if (root === 'results' && first) return asText(`results:${nameOf(first)}`);
    if (root === 'fields' && first) return asText(`fields:${nameOf(first)}`);
    if (root === 'locals' && first) return asText(`locals:${nameOf(first)}`);
    if ((root === 'child' || root === 'parent') && first && second) return path(rest.join('.'));
    if (root === 'parent' || root === 'child') return undefined;
    if (root === 'webhook' && first) return asText(`webhook:${rest.filter((step, at) => at > 0 || step !== 'json').join('.')}`);
    if (root === 'contact') {
      if (first === 'fields' && second) return asText(`fields:${nameOf(second)}`);
      return { '': 'contactName()', name: 'contactName()', first_name: 'first(split(contactName(), " "), "")', language: 'language()', uuid: 'contactId()', id: 'contactId()' }[first ?? ''];
    }
    if (root === 'contact_name') return 'contactName()';
    if (root === 'today' || root === 'today()') return 'string(today())';
    if (root === 'now' || root === 'now()') return 'string(now())';
    return undefined;
  };
  const pieceOf = (piece: string): string | undefined => path(piece.startsWith('@(') ? piece.slice(2, -1).replace(/^\s*(?:upper|lower|title|trim|text|default)\(\s*([\w.]+)\s*(?:,[^()]*)?\)\s*$/i, '$1') : piece.slice(1));
  const pieces = (text: string): ({ words: string } | { cel: string })[] => {
    const found: ({ words: string } | { cel: string })[] = [];
    let from = 0;
    for (const match of text.matchAll(spoken)) {
      if (match.index > from) found.push({ words: text.slice(from, match.index) });
      from = match.index + match[0].length;
      if (match[0] === '@@') found.push({ words: '@' });
      else {
        const cel = pieceOf(match[0]);
        // An address such as team@example.org is no expression.
        if (cel !== undefined) found.push({ cel });
        else if (match.index > 0 && /\w/.test(text.charAt(match.index - 1))) found.push({ words: match[0] });
        else lost(match[0]);
      }
    }
    if (from < text.length) found.push({ words: text.slice(from) });
    return found;
  };
  return {
    read, write: use(writtenKeys), typeOf,
    template: (text) => pieces(text).map((piece) => ('cel' in piece ? `{{ ${piece.cel} }}` : piece.words.replaceAll('{{', '{ {'))).join(''),
    text: (written) => pieces(written).map((piece) => ('cel' in piece ? piece.cel : JSON.stringify(piece.words))).join(' + ') || '""',
    operand: (written) => {
      const [only, ...more] = pieces(written);
      return only && 'cel' in only && more.length === 0 ? only.cel : undefined;
    },
    keys: { read: readKeys, written: writtenKeys },
  };
}
