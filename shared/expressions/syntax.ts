import { Environment } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { ExpressionProblem } from './types.ts';
import { explainParseError } from './explainParseError.ts';
import { remember } from './remember.ts';

/** Operators between two values. */
export type Operator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in';

/** What `each` does with the items of a list. */
export type EachKind = 'map' | 'filter' | 'all' | 'exists' | 'exists_one' | 'sortBy';

/** An expression of the profile as a tree: whole literals are numbers, a method call has its receiver as first argument. */
export type Syntax = { from: number; to: number } & (
  | { is: 'literal'; value: string | number | boolean }
  | { is: 'name'; name: string }
  | { is: 'field'; of: Syntax; name: string }
  | { is: 'index'; of: Syntax; at: Syntax }
  | { is: 'call'; name: string; args: Syntax[] }
  | { is: 'each'; how: EachKind; list: Syntax; name: string; where?: Syntax; body: Syntax }
  | { is: 'list'; items: Syntax[] }
  | { is: 'object'; fields: { name: string; value: Syntax }[] }
  | { is: 'choose'; condition: Syntax; yes: Syntax; no: Syntax }
  | { is: 'and' | 'or'; left: Syntax; right: Syntax }
  | { is: 'not' | 'negative'; of: Syntax }
  | { is: 'operator'; operator: Operator; left: Syntax; right: Syntax }
);

/** The most an expression may be: characters, parts, levels of brackets, lists gone through inside one another. */
export const expressionLimits = { characters: 4_096, parts: 1_000, depth: 40, nestedLists: 2 } as const;

/** The parse of an expression: its tree, or what is wrong and where. */
export type ParsedSyntax = { ok: true; syntax: Syntax } | { ok: false; problem: ExpressionProblem };

// Only its parser is used: dates, caps and a counted budget of work need types and an evaluator of our own (prepareExpression.ts).
const grammar = new Environment({ unlistedVariablesAreDyn: true, limits: { maxAstNodes: expressionLimits.parts, maxDepth: expressionLimits.depth } });

/** Parses an expression of the CEL profile. Never throws; a mistake is the first one found. The tree is shared and must not be changed. */
export const parseSyntax: (cel: string) => ParsedSyntax = remember({ most: 2_000, longest: 300 }, parse);

function parse(cel: string): ParsedSyntax {
  if (cel.trim() === '') return { ok: false, problem: { message: 'Write an expression, for example age >= 18.', from: 0, to: cel.length } };
  if (cel.length > expressionLimits.characters) {
    return { ok: false, problem: { message: `An expression has at most ${expressionLimits.characters} characters; this one has ${cel.length}.`, from: 0, to: cel.length } };
  }
  try {
    return { ok: true, syntax: convert(grammar.parse(cel).ast, 0) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: { message: error.message, from: error.from, to: error.to } };
    return { ok: false, problem: explainParseError(error, cel) };
  }
}

class Refusal extends Error {
  readonly from: number;
  readonly to: number;
  constructor(message: string, node: { start: number; end: number }) {
    super(message);
    this.from = node.start;
    this.to = node.end;
  }
}

const eachKinds: readonly string[] = ['map', 'filter', 'all', 'exists', 'exists_one', 'sortBy'] satisfies EachKind[];
const isEachKind = (name: string): name is EachKind => eachKinds.includes(name);
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

function convert(node: ASTNode, lists: number): Syntax {
  const place = { from: node.start, to: node.end };
  switch (node.op) {
    case 'value': return { ...place, is: 'literal', value: literal(node) };
    case 'id': return { ...place, is: 'name', name: allowed(node.args, node) };
    case '.': {
      const of = convert(node.args[0], lists);
      return { from: of.from, to: node.end, is: 'field', of, name: allowed(node.args[1], node) };
    }
    case '[]': return { ...place, is: 'index', of: convert(node.args[0], lists), at: convert(node.args[1], lists) };
    case 'call': return { ...place, is: 'call', name: node.args[0], args: node.args[1].map((argument) => convert(argument, lists)) };
    case 'rcall': return convertMethod(node, node.args, lists);
    case 'list': return { ...place, is: 'list', items: node.args.map((item) => convert(item, lists)) };
    case 'map': return { ...place, is: 'object', fields: node.args.map(([key, value]) => ({ name: fieldName(key), value: convert(value, lists) })) };
    case '?:': {
      const [condition, yes, no] = node.args;
      return { ...place, is: 'choose', condition: convert(condition, lists), yes: convert(yes, lists), no: convert(no, lists) };
    }
    case '&&': return { ...place, is: 'and', left: convert(node.args[0], lists), right: convert(node.args[1], lists) };
    case '||': return { ...place, is: 'or', left: convert(node.args[0], lists), right: convert(node.args[1], lists) };
    case '!_': return { ...place, is: 'not', of: convert(node.args, lists) };
    case '-_': return { ...place, is: 'negative', of: convert(node.args, lists) };
    case '.?':
    case '[?]': throw new Refusal('Optional access is not part of the language; use get(value, "path", default).', node);
    default: return { ...place, is: 'operator', operator: node.op, left: convert(node.args[0], lists), right: convert(node.args[1], lists) };
  }
}

function convertMethod(node: ASTNode, [name, receiver, args]: [string, ASTNode, ASTNode[]], lists: number): Syntax {
  const place = { from: node.start, to: node.end };
  if (!isEachKind(name) || args.length < 2) {
    return { ...place, is: 'call', name, args: [receiver, ...args].map((argument) => convert(argument, lists)) };
  }
  const [variable, ...rest] = args;
  if (variable?.op !== 'id') throw new Refusal(`Give the item a name first, as in list.${name}(item, …).`, variable ?? node);
  if (rest.length > (name === 'map' ? 2 : 1)) throw new Refusal(`${name} takes a name and one expression.`, node);
  if (lists >= expressionLimits.nestedLists) throw new Refusal('Lists can be gone through inside one another twice, not deeper.', node);
  const [first, second] = rest.map((part) => convert(part, lists + 1));
  const body = second ?? first;
  if (!body) throw new Refusal(`${name} takes a name and one expression.`, node);
  return { ...place, is: 'each', how: name, list: convert(receiver, lists), name: allowed(variable.args, variable), where: second ? first : undefined, body };
}

function literal(node: Extract<ASTNode, { op: 'value' }>): string | number | boolean {
  const value = node.args;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint' || typeof value === 'number') {
    const number = Number(value);
    if (Math.abs(number) > Number.MAX_SAFE_INTEGER && typeof value === 'bigint') throw new Refusal('This number is too big; the biggest whole number is 9007199254740991.', node);
    return number;
  }
  if (value === null) throw new Refusal('There is no null. To know whether a variable has a value, use isSet(name).', node);
  throw new Refusal('Only texts, numbers, true and false can be written here.', node);
}

function fieldName(key: ASTNode): string {
  if (key.op === 'value' && typeof key.args === 'string') return allowed(key.args, key);
  throw new Refusal('Write the name of a field in quotes, as in {"name": value}.', key);
}

function allowed(name: string, node: ASTNode): string {
  if (forbiddenNames.has(name)) throw new Refusal(`“${name}” cannot be used as a name.`, node);
  return name;
}
