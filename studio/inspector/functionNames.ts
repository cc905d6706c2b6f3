/** A function as it is offered where an expression is written. */
export interface FunctionName {
  name: string;
  /** What it is given, e.g. `date, number`; '' = nothing. */
  given: string;
  /** The type of what it gives, e.g. `date`. */
  gives: string;
  doc: string;
}

/** Every function of expressions; they are fetched when somebody writes the first one. */
export async function functionNames(): Promise<FunctionName[]> {
  const { functions } = await import('@parley/shared/expressions/functions/index');
  return [...functions].map(([name, { signatures, doc }]) => {
    const [, given = '', gives = ''] = /\((.*)\): (.*)$/.exec(signatures[0] ?? '') ?? [];
    return { name, given, gives, doc };
  });
}
