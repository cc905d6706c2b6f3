import { describe } from '../../expressions/describe.ts';
import { functions } from '../../expressions/functions/index.ts';
import { nearest } from '../../expressions/nearest.ts';
import type { Scope, ValueType } from '../../expressions/types.ts';
import type { Change, Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { quoted } from '../where.ts';
import { makeVariable } from './makeVariable.ts';

/** Something typed that names a variable which does not exist. */
export interface Misnamed {
  flow: string;
  node: string | undefined;
  /** The names in it that nothing has. */
  unknown: readonly string[];
  scope: Scope;
  /** Whether it would be right with these variables and the unknown name called `as`. */
  isRight(scope: Scope, as: string): boolean;
  /** Writes it with the unknown name called otherwise. */
  write(as: string): NonNullable<Change['set']>;
}

/** Types a new variable may have, in the order in which they are likely meant. */
const likely: readonly ValueType[] = [{ kind: 'text' }, { kind: 'number' }, { kind: 'boolean' }, { kind: 'list', of: { kind: 'text' } }];

/** Makes what names a variable that does not exist right: it names the one that is nearly called so, or one is made that fits where it is used. */
export function mendName(subject: Subject, { flow, node, unknown, scope, isRight, write }: Misnamed): Fix | undefined {
  const [name, ...others] = unknown;
  // A function without its brackets names no variable either.
  if (name === undefined || others.length > 0 || functions.has(name)) return undefined;
  const changes: Change[] = [];
  const meant = nearest(name, Object.keys(scope.variables));
  if (meant !== undefined && isRight(scope, meant) && isSetThere(subject, flow, { node, name: meant })) changes.push({ label: `Write ${quoted(meant)}`, set: write(meant) });
  const type = likely.find((each) => isRight({ ...scope, variables: { ...scope.variables, [name]: each } }, name));
  const made = type && makeVariable(subject, { flow, name, type, read: true });
  if (made) changes.push({ label: `Make ${quoted(name)}, ${describe(type)} that begins ${made.says}`, set: made.set });
  const [first, second] = changes;
  return first && { ...first, ...(second && { or: second }) };
}

/** Whether reading it there would not only move the mistake: something may have set it by then. */
function isSetThere(subject: Subject, flow: string, { node, name }: { node: string | undefined; name: string }): boolean {
  const variable = subject.drawing.reader.resolve(flow, name);
  return variable !== undefined && subject.drawing.places.every((place) => place.flow !== flow || node !== undefined && place.node !== node || !subject.reached.has(place) || subject.maySet(variable, place));
}
