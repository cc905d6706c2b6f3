import type { FlowVariable } from '@parley/shared/flow/document';

/** What could be completed at a place of a text. */
export interface Completion {
  from: number;
  to: number;
  options: FlowVariable[];
  /** What is put in place of `from..to` for a name. */
  insert: (name: string) => string;
}

const most = 8;

/** Finds the beginning of a name at the caret: inside `{{ }}` of a template, anywhere in an expression. */
export function completionAt({ text, caret, template, expression, names }: {
  text: string;
  caret: number;
  template: boolean;
  expression: boolean;
  names: readonly FlowVariable[];
}): Completion | undefined {
  const before = text.slice(0, caret);
  const inHole = template && isInInsertion(text, caret);
  if (!inHole && !expression) return undefined;
  const word = /[A-Za-z_][A-Za-z0-9_]*$/.exec(before)?.[0] ?? '';
  if (expression && word === '') return undefined;
  const from = caret - word.length;
  // A name after a dot is a field, not a variable.
  if (before[from - 1] === '.') return undefined;
  const wanted = word.toLowerCase();
  const options = names.filter(({ name }) => name.toLowerCase().startsWith(wanted) && name !== word).slice(0, most);
  const closed = text.slice(caret).trimStart().startsWith('}}');
  return { from, to: caret, options, insert: (name) => (inHole && !closed ? `${name}}}` : name) };
}

/** Whether the caret stands in an insertion that is being written: after `{{` and before its end. */
export function isInInsertion(text: string, caret: number): boolean {
  const before = text.slice(0, caret);
  const hole = before.lastIndexOf('{{');
  return hole >= 0 && !before.slice(hole).includes('}}');
}
