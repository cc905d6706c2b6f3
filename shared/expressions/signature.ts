import type { Inferred } from './inferred.ts';
import { isAssignable, unify } from './inferred.ts';
import { invariant } from '../lib/invariant.ts';

/** A parameter's or result's type as a signature writes it; `T` stands for any type, the same everywhere. */
export type Shape = Exclude<Inferred, { kind: 'nothing' | 'list' | 'object' }> | { kind: 'T' } | { kind: 'list'; of: Shape };

/** One way to call a function. */
export interface Signature {
  parameters: Shape[];
  /** The last parameter may come any number of times, also none. */
  rest: boolean;
  gives: Shape;
}

const simple = ['text', 'number', 'boolean', 'date', 'time', 'datetime', 'duration', 'file'] as const;

/** Reads `name(type, list<T>, T...): type`. */
export function parseSignature(text: string): Signature {
  const found = /^\w+\((.*)\): (.+)$/.exec(text);
  invariant(found, `“${text}” is a signature`);
  const written = (found[1] ?? '') === '' ? [] : (found[1] ?? '').split(', ');
  return {
    parameters: written.map((parameter) => parseShape(parameter.replace('...', ''))),
    rest: written.at(-1)?.endsWith('...') ?? false,
    gives: parseShape(found[2] ?? ''),
  };
}

function parseShape(text: string): Shape {
  if (text === 'T') return { kind: 'T' };
  const list = /^list<(.+)>$/.exec(text);
  if (list) return { kind: 'list', of: parseShape(list[1] ?? '') };
  const kind = simple.find((name) => name === text);
  invariant(kind, `“${text}” is a type`);
  return { kind };
}

/** The type a call gives with arguments of these types, or undefined when the signature does not fit them. */
export function applySignature(signature: Signature, args: Inferred[]): Inferred | undefined {
  const { parameters, rest } = signature;
  if (rest ? args.length < parameters.length - 1 : args.length !== parameters.length) return undefined;
  const bound = bindArguments(parameters, args);
  return bound && resolve(signature.gives, bound);
}

/** What `T` is after the first arguments of a call; undefined when one of them does not fit. The last parameter takes those that are left. */
export function bindArguments(parameters: readonly Shape[], args: readonly Inferred[]): Inferred | undefined {
  let bound: Inferred = { kind: 'nothing' };
  for (const [at, argument] of args.entries()) {
    const shape = parameters[Math.min(at, parameters.length - 1)];
    const next: Inferred | undefined = shape && bind(shape, argument, bound);
    if (!next) return undefined;
    bound = next;
  }
  return bound;
}

/** What `T` is after seeing one more argument; undefined when the argument does not fit. */
function bind(shape: Shape, argument: Inferred, bound: Inferred): Inferred | undefined {
  if (shape.kind === 'T') return unify(bound, argument);
  if (shape.kind === 'list') return argument.kind === 'list' ? bind(shape.of, argument.of, bound) : undefined;
  return isAssignable(shape, argument) ? bound : undefined;
}

/** A parameter's type where it is known what `T` is. */
export function resolve(shape: Shape, bound: Inferred): Inferred {
  if (shape.kind === 'T') return bound;
  return shape.kind === 'list' ? { kind: 'list', of: resolve(shape.of, bound) } : shape;
}
