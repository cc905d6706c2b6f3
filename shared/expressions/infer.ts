import { assertNever } from '../lib/assertNever.ts';
import type { Scope } from './types.ts';
import { explainCall } from './explainCall.ts';
import { functions } from './functions/index.ts';
import { describeInferred, unify } from './inferred.ts';
import type { Inferred } from './inferred.ts';
import { inferOperator } from './inferOperator.ts';
import { nearest } from './nearest.ts';
import { patternProblem } from './isMatch.ts';
import { pathSteps } from './pathSteps.ts';
import { applySignature, parseSignature } from './signature.ts';
import type { Signature } from './signature.ts';
import type { Syntax } from './syntax.ts';

/** A mistake in an expression while it is typed, with its place. */
export class Mistake extends Error {
  readonly place: { from: number; to: number };
  constructor(message: string, place: { from: number; to: number }) {
    super(message);
    this.place = place;
  }
}

/** What is known where an expression stands. */
export interface Typing {
  scope: Scope;
  /** Names of the items of the lists being gone through. */
  items: Map<string, Inferred>;
  /** Filled with the type of every part. */
  types: Map<Syntax, Inferred>;
}

const signatures = new Map<string, Signature[]>();

/** The type of an expression; throws a `Mistake` for the first thing that is wrong. */
export function infer(syntax: Syntax, typing: Typing): Inferred {
  const type = find(syntax, typing);
  typing.types.set(syntax, type);
  return type;
}

function find(syntax: Syntax, typing: Typing): Inferred {
  switch (syntax.is) {
    case 'literal': return { kind: typeof syntax.value === 'string' ? 'text' : typeof syntax.value === 'number' ? 'number' : 'boolean' };
    case 'name': return inferName(syntax, typing);
    case 'field': return inferField(syntax, infer(syntax.of, typing));
    case 'index': return inferIndex(syntax, typing);
    case 'call': return inferCall(syntax, typing);
    case 'each': return inferEach(syntax, typing);
    case 'list': return { kind: 'list', of: inferItems(syntax.items, typing) };
    case 'object': return { kind: 'object', fields: Object.fromEntries(syntax.fields.map(({ name, value }) => [name, infer(value, typing)])) };
    case 'choose': {
      expectBoolean(syntax.condition, typing, 'What stands before ? must be');
      const [yes, no] = [infer(syntax.yes, typing), infer(syntax.no, typing)];
      return unify(yes, no) ?? mistake(`Both results must be of one type: one is ${describeInferred(yes)}, the other ${describeInferred(no)}.`, syntax);
    }
    case 'and':
    case 'or': {
      const sign = syntax.is === 'and' ? '&&' : '||';
      expectBoolean(syntax.left, typing, `${sign} needs`);
      expectBoolean(syntax.right, typing, `${sign} needs`);
      return { kind: 'boolean' };
    }
    case 'not': expectBoolean(syntax.of, typing, '! needs'); return { kind: 'boolean' };
    case 'negative': {
      const of = infer(syntax.of, typing);
      return of.kind === 'number' || of.kind === 'duration' ? of : mistake(`A minus needs a number, this is ${describeInferred(of)}.`, syntax);
    }
    case 'operator': {
      const [left, right] = [infer(syntax.left, typing), infer(syntax.right, typing)];
      const found = inferOperator(syntax.operator, left, right);
      return found.ok ? found.type : mistake(found.message, syntax);
    }
    default: return assertNever(syntax);
  }
}

function mistake(message: string, place: { from: number; to: number }): never {
  throw new Mistake(message, place);
}

function meant(written: string, names: Iterable<string>): string {
  const name = nearest(written, names);
  return name === undefined ? '' : ` Did you mean ${name}?`;
}

function inferName(syntax: Extract<Syntax, { is: 'name' }>, { items, scope }: Typing): Inferred {
  const known = items.get(syntax.name) ?? (Object.hasOwn(scope.variables, syntax.name) ? scope.variables[syntax.name] : undefined);
  if (known) return known;
  if (functions.has(syntax.name)) return mistake(`${syntax.name} is a function: write ${syntax.name}(…).`, syntax);
  return mistake(`There is no variable ${syntax.name}.${meant(syntax.name, [...items.keys(), ...Object.keys(scope.variables)])}`, syntax);
}

const fileFields: Record<string, Inferred> = { id: { kind: 'text' }, mime: { kind: 'text' }, name: { kind: 'text' }, bytes: { kind: 'number' } };

function inferField(syntax: Extract<Syntax, { is: 'field' }>, of: Inferred): Inferred {
  const fields = of.kind === 'object' ? of.fields : of.kind === 'file' ? fileFields : undefined;
  if (!fields) return mistake(`${capital(describeInferred(of))} has no fields.`, syntax);
  const field = Object.hasOwn(fields, syntax.name) ? fields[syntax.name] : undefined;
  return field ?? mistake(`There is no field ${syntax.name}.${meant(syntax.name, Object.keys(fields))}`, { from: syntax.to - syntax.name.length, to: syntax.to });
}

function inferIndex(syntax: Extract<Syntax, { is: 'index' }>, typing: Typing): Inferred {
  const [of, at] = [infer(syntax.of, typing), infer(syntax.at, typing)];
  if (of.kind === 'object' && syntax.at.is === 'literal' && typeof syntax.at.value === 'string') {
    return inferField({ is: 'field', of: syntax.of, name: syntax.at.value, from: syntax.at.from, to: syntax.at.to }, of);
  }
  if (of.kind !== 'list') return mistake(`Only a list has places to pick from, this is ${describeInferred(of)}.`, syntax.of);
  return at.kind === 'number' ? of.of : mistake(`A place in a list is a number, this is ${describeInferred(at)}.`, syntax.at);
}

function inferItems(items: Syntax[], typing: Typing): Inferred {
  let of: Inferred = { kind: 'nothing' };
  for (const item of items) {
    const type = infer(item, typing);
    of = unify(of, type) ?? mistake(`All items of a list are of one type: expected ${describeInferred(of)}, this is ${describeInferred(type)}.`, item);
  }
  return of;
}

function expectBoolean(syntax: Syntax, typing: Typing, before: string): void {
  const type = infer(syntax, typing);
  if (type.kind !== 'boolean') mistake(`${before} true or false, this is ${describeInferred(type)}.`, syntax);
}

function inferEach(syntax: Extract<Syntax, { is: 'each' }>, typing: Typing): Inferred {
  const list = infer(syntax.list, typing);
  if (list.kind !== 'list') return mistake(`${syntax.how} goes through a list, this is ${describeInferred(list)}.`, syntax.list);
  const inside: Typing = { ...typing, items: new Map(typing.items).set(syntax.name, list.of) };
  if (syntax.where) expectBoolean(syntax.where, inside, 'The condition must be');
  if (syntax.how === 'map') return { kind: 'list', of: infer(syntax.body, inside) };
  if (syntax.how === 'sortBy') {
    const by = infer(syntax.body, inside);
    if (by.kind === 'list' || by.kind === 'object' || by.kind === 'boolean' || by.kind === 'file') mistake(`Items can be sorted by a number, a text or a date, not by ${describeInferred(by)}.`, syntax.body);
    return list;
  }
  expectBoolean(syntax.body, inside, `${syntax.how} needs`);
  return syntax.how === 'filter' ? list : { kind: 'boolean' };
}

function inferCall(syntax: Extract<Syntax, { is: 'call' }>, typing: Typing): Inferred {
  const { name, args } = syntax;
  if (name === 'isSet') return inferIsSet(syntax, typing);
  if (name === 'get') return inferGet(syntax, typing);
  if (name === 'has') return args.length === 1 && args[0]?.is === 'field' ? (infer(args[0].of, typing), { kind: 'boolean' }) : mistake('has needs one field, as in has(order.note).', syntax);
  if (name === 'matches') return mistake('Use isMatch(text, "pattern") instead of matches.', syntax);
  const definition = functions.get(name);
  if (!definition) return mistake(`There is no function ${name}.${meant(name, [...functions.keys(), 'isSet', 'get'])}`, syntax);
  const types = args.map((argument) => infer(argument, typing));
  const known = signatures.get(name) ?? definition.signatures.map(parseSignature);
  signatures.set(name, known);
  for (const signature of known) {
    const gives = applySignature(signature, types);
    if (gives) return name === 'isMatch' ? (checkPattern(args[1]), gives) : gives;
  }
  const { message, at } = explainCall(name, known, types);
  return mistake(message, (at === undefined ? undefined : args[at]) ?? syntax);
}

function checkPattern(pattern: Syntax | undefined): void {
  if (pattern?.is !== 'literal' || typeof pattern.value !== 'string') return;
  const problem = patternProblem(pattern.value);
  if (problem !== undefined) mistake(problem, pattern);
}

function inferIsSet(syntax: Extract<Syntax, { is: 'call' }>, typing: Typing): Inferred {
  const [argument] = syntax.args;
  if (syntax.args.length !== 1 || argument?.is !== 'name') return mistake('isSet needs the name of one variable.', syntax);
  if (typing.items.has(argument.name)) return mistake('isSet needs a variable, not an item of a list.', argument);
  inferName(argument, typing);
  return { kind: 'boolean' };
}

function inferGet(syntax: Extract<Syntax, { is: 'call' }>, typing: Typing): Inferred {
  const [from, path, otherwise] = syntax.args;
  if (!from || !path || !otherwise || syntax.args.length !== 3) return mistake('get needs a value, a path and what to give when there is nothing: get(order, "items[0].name", "").', syntax);
  infer(from, typing);
  if (infer(path, typing).kind !== 'text') return mistake('The path is a text, as in "items[0].name".', path);
  if (path.is === 'literal' && typeof path.value === 'string' && !pathSteps(path.value)) return mistake(`“${path.value}” is not a path; write it as in "items[0].name".`, path);
  return infer(otherwise, typing);
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
