import { describeInferred } from './inferred.ts';
import type { Inferred } from './inferred.ts';
import { bindArguments, resolve } from './signature.ts';
import type { Shape, Signature } from './signature.ts';

/** What is wrong with a call that fits none of its signatures, in one sentence, and which of its values it is about; `at` unset = how many there are. */
export interface CallProblem {
  message: string;
  at?: number;
}

const places = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Says why a call cannot be, by the first value that no signature takes. `types` are those of the values it is given, in order. */
export function explainCall(name: string, signatures: readonly Signature[], types: readonly Inferred[]): CallProblem {
  const counted = signatures.filter(({ parameters, rest }) => (rest ? types.length >= parameters.length - 1 : types.length === parameters.length));
  if (counted.length === 0) {
    const got = types.length === 0 ? 'nothing' : types.map(describeInferred).join(' and ');
    return { message: `${name} takes ${either(signatures.map(({ parameters, rest }) => together(parameters.map((shape) => worded(shape)), rest)))}; here it gets ${got}.` };
  }
  const at = types.findIndex((_, place) => !counted.some(({ parameters }) => bindArguments(parameters, types.slice(0, place + 1))));
  const type = types[at] ?? { kind: 'nothing' };
  const wanted = either(counted.flatMap(({ parameters }) => {
    const [shape, bound] = [parameters[Math.min(at, parameters.length - 1)], bindArguments(parameters, types.slice(0, at))];
    return shape && bound ? [worded(shape, bound)] : [];
  }));
  const which = types.length === 1 ? '' : ` as its ${places[at] ?? 'next'} value`;
  const field = type.kind === 'object' ? ' Write the field you mean after a dot.' : '';
  return { message: `${name} takes ${wanted}${which}, this is ${describeInferred(type)}.${field}`, at };
}

function worded(shape: Shape, bound: Inferred = { kind: 'nothing' }): string {
  if (bound.kind === 'nothing' && shape.kind === 'list') return 'a list';
  return shape.kind === 'T' && bound.kind === 'nothing' ? 'any value' : describeInferred(resolve(shape, bound));
}

function together(words: readonly string[], rest: boolean): string {
  if (words.length === 0) return 'nothing';
  const said = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  return rest ? `${said}, as many as you like` : said;
}

function either(words: readonly string[]): string {
  const all = [...new Set(words)];
  return all.length === 1 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
