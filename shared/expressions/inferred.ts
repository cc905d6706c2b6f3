import { describe } from './describe.ts';
import type { ValueType } from './types.ts';

/** A type while it is being found out: `nothing` is what an empty list has in it, which may become anything. */
export type Inferred =
  | Exclude<ValueType, { kind: 'list' | 'object' }>
  | { kind: 'nothing' }
  | { kind: 'list'; of: Inferred }
  | { kind: 'object'; fields: Record<string, Inferred> };

/** The one type both are, or undefined when they are different things. */
export function unify(left: Inferred, right: Inferred): Inferred | undefined {
  if (left.kind === 'nothing') return right;
  if (right.kind === 'nothing') return left;
  if (left.kind === 'list' && right.kind === 'list') {
    const of = unify(left.of, right.of);
    return of && { kind: 'list', of };
  }
  if (left.kind === 'object' && right.kind === 'object') return unifyFields(left.fields, right.fields);
  return left.kind === right.kind ? left : undefined;
}

function unifyFields(left: Record<string, Inferred>, right: Record<string, Inferred>): Inferred | undefined {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return undefined;
  const fields: Record<string, Inferred> = {};
  for (const name of names) {
    const [a, b] = [left[name], Object.hasOwn(right, name) ? right[name] : undefined];
    const both = a && b && unify(a, b);
    if (!both) return undefined;
    fields[name] = both;
  }
  return { kind: 'object', fields };
}

/** Whether a value of the type found can stand where `expected` is asked for. An object may have more fields. */
export function isAssignable(expected: Inferred, found: Inferred): boolean {
  if (found.kind === 'nothing' || expected.kind === 'nothing') return true;
  if (expected.kind === 'list' && found.kind === 'list') return isAssignable(expected.of, found.of);
  if (expected.kind === 'object' && found.kind === 'object') {
    return Object.entries(expected.fields).every(([name, field]) => {
      const other = Object.hasOwn(found.fields, name) ? found.fields[name] : undefined;
      return other !== undefined && isAssignable(field, other);
    });
  }
  return expected.kind === found.kind;
}

/** The type as it leaves the check; what an empty list has in it is text. */
export function settle(type: Inferred): ValueType {
  if (type.kind === 'nothing') return { kind: 'text' };
  if (type.kind === 'list') return { kind: 'list', of: settle(type.of) };
  if (type.kind === 'object') return { kind: 'object', fields: Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, settle(field)])) };
  return type;
}

/** The type found, in an author's words. */
export function describeInferred(type: Inferred): string {
  if (type.kind === 'nothing') return 'nothing';
  if (type.kind === 'list' && type.of.kind === 'nothing') return 'an empty list';
  return describe(settle(type));
}
