import { functions } from '@parley/shared/expressions/functions/index';

/** A function as it is offered where an expression is written. */
interface FunctionName {
  name: string;
  /** What it is given, e.g. `date, number`; '' = nothing. */
  given: string;
  /** The type of what it gives, e.g. `date`. */
  gives: string;
  doc: string;
}

/** Every function of expressions. */
export const functionNames: readonly FunctionName[] = [...functions].map(([name, { signatures, doc }]) => {
  const [, given = '', gives = ''] = /\((.*)\): (.*)$/.exec(signatures[0] ?? '') ?? [];
  return { name, given: inWords(given), gives: inWords(gives), doc };
});

/** Types as authors read them elsewhere. */
function inWords(types: string): string {
  return types.replace(/list<T>/g, 'list').replace(/\bT\b/g, 'any value').replace(/\bboolean\b/g, 'yes or no').replace(/\bdatetime\b/g, 'date and time');
}
