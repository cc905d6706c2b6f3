import { check } from '../expressions/check.ts';
import { prepareExpression } from '../expressions/prepareExpression.ts';
import { showValue } from '../expressions/showValue.ts';
import { variablesOf } from '../expressions/variablesOf.ts';
import type { Evaluation, Expression, Facts, Scope, TemplatePiece, ValueType } from '../expressions/types.ts';
import { invariant } from '../lib/invariant.ts';
import type { Json } from '../lib/json.ts';
import type { CompiledFlow, Machine, Variable } from '../machine/machine.ts';

/** Evaluates one expression with the values in force; a mistake is data. */
export type Evaluate = (values: (name: string) => Json | undefined, facts: Facts) => Evaluation;

/** Shows one piece of a template as text; `personal` when it reads a personal variable. */
export interface Piece {
  show(values: (name: string) => Json | undefined, facts: Facts): { ok: true; text: string } | { ok: false; error: string };
  personal: boolean;
}

/** A flow with its expressions parsed at most once. */
export interface PreparedFlow {
  key: string;
  compiled: CompiledFlow;
  expression(expression: Expression): Evaluate;
  piece(piece: Exclude<TemplatePiece, string>): Piece;
  /** What a variable holds while nobody set it, seen from this flow. */
  variable(name: string): Variable | undefined;
}

/** A machine ready to run: everything that depends on the release alone. Keep one per release. */
export interface PreparedMachine {
  machine: Machine;
  main: PreparedFlow;
  flows: ReadonlyMap<string, PreparedFlow>;
}

/** Makes a machine ready to run. Expressions are parsed when first needed and kept; throws only when `main` names no flow. */
export function prepare(machine: Machine): PreparedMachine {
  const flows = new Map(Object.entries(machine.flows).map(([key, compiled]) => [key, prepareFlow(key, compiled, machine)]));
  const main = flows.get(machine.main);
  invariant(main, `the machine has its main flow, ${machine.main}`);
  return { machine, main, flows };
}

function prepareFlow(key: string, compiled: CompiledFlow, machine: Machine): PreparedFlow {
  const variables = { ...machine.flows[machine.main]?.variables, ...compiled.variables };
  const scope: Scope = { variables: column(variables, 'type'), initial: column(variables, 'initial') };
  const evaluations = new Map<Expression, Evaluate>();
  const pieces = new Map<TemplatePiece, Piece>();
  return {
    key,
    compiled,
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    expression: (expression) => kept(evaluations, expression, () => prepareExpression(expression, scope)),
    piece: (piece) => kept(pieces, piece, () => preparePiece(piece.cel, scope, variables)),
  };
}

function preparePiece(cel: string, scope: Scope, variables: Record<string, Variable>): Piece {
  const checked = check(cel, scope);
  const personal = variablesOf(cel).some((name) => Object.hasOwn(variables, name) && variables[name]?.personal);
  if (!checked.ok) return { personal, show: () => ({ ok: false, error: checked.problems[0]?.message ?? 'does not parse' }) };
  const type: ValueType = checked.type;
  const evaluate = prepareExpression({ cel, type }, scope);
  return {
    personal,
    show(values, facts) {
      const got = evaluate(values, facts);
      return got.ok ? { ok: true, text: showValue(got.value, type, facts) } : got;
    },
  };
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function column<Key extends 'type' | 'initial'>(variables: Record<string, Variable>, key: Key): Record<string, Variable[Key]> {
  return Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, variable[key]]));
}
