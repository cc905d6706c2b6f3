import type { ValueType } from '@parley/shared/expressions/types';
import type { FlowVariable } from '@parley/shared/flow/document';
import { functionNames } from './functionNames.ts';

/** One thing that can be put where somebody writes. */
export interface Suggestion {
  /** How it is listed: `name`, `addDays(date, number)`. */
  shown: string;
  /** Its type, or a function's in its own words. */
  type: ValueType | string;
  doc?: string;
  /** What is put there. */
  put: string;
  /** How far before the end of it one writes on; less than 0: so far behind it. */
  back: number;
  /** What is put there is not whole yet: what follows is offered at once. */
  goesOn?: boolean;
}

/** What could be completed at a place of a text. */
export interface Completion {
  from: number;
  to: number;
  options: Suggestion[];
}

const most = 8;

/** Finds the beginning of a name at the caret, inside `{{ }}` of a template or anywhere in an expression: variables, fields of what stands before a dot, functions. */
export function completionAt({ text, caret, template, expression, names }: {
  text: string;
  caret: number;
  template: boolean;
  expression: boolean;
  names: readonly FlowVariable[];
}): Completion | undefined {
  const inHole = template && isInInsertion(text, caret);
  if (!inHole && !expression) return undefined;
  const [, before = '', word = ''] = /((?:[A-Za-z_]\w*\.)*)([A-Za-z_]\w*)?$/.exec(text.slice(0, caret)) ?? [];
  const from = caret - word.length;
  // A field of what is computed: of what type only the proof knows.
  if (text[from - before.length - 1] === '.') return undefined;
  const rest = text.slice(caret);
  const end = inHole && !rest.trimStart().startsWith('}}') ? '}}' : '';
  // What is whole is left: behind the insertion one writes on.
  const left = inHole && rest.startsWith('}}') ? -2 : 0;
  const known = before === '' ? names : fieldsOf(before.split('.').slice(0, -1), names);
  if (before === '' && word === '' && expression) return undefined;
  const fits = (name: string): boolean => name.toLowerCase().startsWith(word.toLowerCase());
  const named = known.filter(({ name }) => fits(name) && name !== word).map(({ name, type }): Suggestion => {
    // An object is no text: in an insertion one of its fields is meant.
    const goesOn = inHole && type.kind === 'object';
    return { shown: name, type, put: `${name}${goesOn ? '.' : ''}${end}`, back: goesOn ? end.length : left, ...(goesOn && { goesOn }) };
  });
  const called = before === '' && word !== '' ? functionNames.filter(({ name }) => fits(name)).map(({ name, given, gives, doc }): Suggestion => ({ shown: `${name}(${given})`, type: gives, doc, put: `${name}()${end}`, back: given === '' ? left : end.length + 1 })) : [];
  return { from, to: caret, options: [...named, ...called].slice(0, most) };
}

/** The fields of the object that a path of names leads to; none where it leads to something else. */
function fieldsOf(path: readonly string[], names: readonly FlowVariable[]): { name: string; type: ValueType }[] {
  const [first, ...rest] = path;
  const type = rest.reduce<ValueType | undefined>((of, name) => (of?.kind === 'object' ? of.fields[name] : undefined), names.find(({ name }) => name === first)?.type);
  return type?.kind === 'object' ? Object.entries(type.fields).map(([name, of]) => ({ name, type: of })) : [];
}

/** Whether the caret stands in an insertion that is being written: after `{{` and before its end. */
export function isInInsertion(text: string, caret: number): boolean {
  const before = text.slice(0, caret);
  const hole = before.lastIndexOf('{{');
  return hole >= 0 && !before.slice(hole).includes('}}');
}
