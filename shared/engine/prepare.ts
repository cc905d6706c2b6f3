import { prepareExpression } from '../expressions/prepareExpression.ts';
import type { PreparedExpression } from '../expressions/prepareExpression.ts';
import { prepareTemplate } from '../expressions/prepareTemplate.ts';
import type { PreparedTemplate } from '../expressions/prepareTemplate.ts';
import type { Expression, Scope, Template } from '../expressions/types.ts';
import { withAnswer } from '../expressions/withAnswer.ts';
import { invariant } from '../lib/invariant.ts';
import type { AnswerCheck, CompiledFlow, Machine, Variable } from '../machine/machine.ts';

/** A flow with its expressions parsed at most once. */
export interface PreparedFlow {
  key: string;
  compiled: CompiledFlow;
  /** An expression ready to evaluate with the variables this flow sees. */
  expression(expression: Expression): PreparedExpression;
  /** A condition on an answer, ready to evaluate with the answer beside the variables. */
  check(check: AnswerCheck): PreparedExpression;
  /** A text of one language ready to evaluate with the variables this flow sees. */
  template(template: Template): PreparedTemplate;
  /** A variable this flow sees, its own or the session's. */
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
  const scope = scopeOf(variables);
  const expressions = new Map<Expression, PreparedExpression>();
  const checks = new Map<AnswerCheck, PreparedExpression>();
  const templates = new Map<Template, PreparedTemplate>();
  return {
    key,
    compiled,
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    expression: (expression) => kept(expressions, expression, (it) => prepareExpression(it, scope)),
    check: (check) => kept(checks, check, ({ expression, answer }) => prepareExpression(expression, withAnswer(scope, answer))),
    template: (template) => kept(templates, template, (it) => prepareTemplate(it, scope)),
  };
}

/** What expressions may know of these variables. */
export function scopeOf(variables: Record<string, Variable>): Scope {
  const entries = Object.entries(variables);
  return {
    variables: Object.fromEntries(entries.map(([name, { type }]) => [name, type])),
    initial: Object.fromEntries(entries.map(([name, { initial }]) => [name, initial])),
    personal: Object.fromEntries(entries.flatMap(([name, { personal }]) => (personal ? [[name, true as const]] : []))),
  };
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  return made;
}
