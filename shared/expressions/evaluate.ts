import { assertNever } from '../lib/assertNever.ts';
import type { Json } from '../lib/json.ts';
import { order } from './compare.ts';
import { durationText } from './calendar.ts';
import { Failure } from './failure.ts';
import { fits, isObject, own } from './fits.ts';
import { functions } from './functions/index.ts';
import type { Inferred } from './inferred.ts';
import { settle } from './inferred.ts';
import { operation } from './operate.ts';
import { pathSteps } from './pathSteps.ts';
import { booleanOf, cappedList, listOf, numberOf, quote, secondsOf, textOf } from './read.ts';
import { spend } from './run.ts';
import type { Run } from './run.ts';
import type { Syntax } from './syntax.ts';
import type { Scope } from './types.ts';
import { zeroOf } from './zeroOf.ts';

/** A part of an expression made ready: gives its value, throws a `Failure`. */
export type Step = (run: Run) => Json;

/** What is known while an expression is made ready. */
export interface Making {
  scope: Scope;
  types: Map<Syntax, Inferred>;
  /** Names of the items of the lists being gone through; the place is the slot. */
  items: string[];
}

/** Turns a typed expression into nested functions, so that evaluating looks nothing up. */
export function make(syntax: Syntax, making: Making): Step {
  switch (syntax.is) {
    case 'literal': {
      const { value } = syntax;
      return () => value;
    }
    case 'name': return makeName(syntax.name, making);
    case 'field': return makeField(make(syntax.of, making), syntax.name);
    case 'index': return makeIndex(make(syntax.of, making), make(syntax.at, making));
    case 'call': return makeCall(syntax, making);
    case 'each': return makeEach(syntax, making);
    case 'list': {
      const items = syntax.items.map((item) => make(item, making));
      return (run) => cappedList(items.map((item) => item(run)));
    }
    case 'object': {
      const fields = syntax.fields.map(({ name, value }): [string, Step] => [name, make(value, making)]);
      return (run) => Object.fromEntries(fields.map(([name, value]) => [name, value(run)]));
    }
    case 'choose': {
      const [condition, yes, no] = [make(syntax.condition, making), make(syntax.yes, making), make(syntax.no, making)];
      return (run) => (booleanOf(condition(run)) ? yes(run) : no(run));
    }
    case 'and': {
      const [left, right] = [make(syntax.left, making), make(syntax.right, making)];
      return (run) => booleanOf(left(run)) && booleanOf(right(run));
    }
    case 'or': {
      const [left, right] = [make(syntax.left, making), make(syntax.right, making)];
      return (run) => booleanOf(left(run)) || booleanOf(right(run));
    }
    case 'not': {
      const of = make(syntax.of, making);
      return (run) => !booleanOf(of(run));
    }
    case 'negative': {
      const of = make(syntax.of, making);
      if (making.types.get(syntax.of)?.kind === 'duration') return (run) => durationText(-secondsOf(of(run)));
      return (run) => 0 - numberOf(of(run));
    }
    case 'operator': {
      const [left, right] = [make(syntax.left, making), make(syntax.right, making)];
      const operate = operation(syntax.operator, kindOf(syntax.left, making), kindOf(syntax.right, making));
      return (run) => operate(left(run), right(run), run);
    }
    default: return assertNever(syntax);
  }
}

function kindOf(syntax: Syntax, { types }: Making): Inferred['kind'] {
  return types.get(syntax)?.kind ?? 'nothing';
}

function makeName(name: string, { scope, items }: Making): Step {
  const slot = items.lastIndexOf(name);
  if (slot >= 0) return (run) => run.items[slot] ?? null;
  const type = own(scope.variables, name);
  const initial = scope.initial && own(scope.initial, name);
  const unset = initial !== undefined ? initial : type ? zeroOf(type) : undefined;
  return (run) => run.values(name) ?? unset ?? notThere(`There is no variable ${name}.`);
}

function notThere(message: string): never {
  throw new Failure(message);
}

function makeField(of: Step, name: string): Step {
  return (run) => {
    const object = of(run);
    const value = isObject(object) ? own(object, name) : undefined;
    return value ?? notThere(`There is no field ${name} in ${quote(object)}.`);
  };
}

function makeIndex(of: Step, at: Step): Step {
  return (run) => {
    const [list, place] = [of(run), at(run)];
    if (typeof place === 'string' && isObject(list)) return own(list, place) ?? notThere(`There is no field ${place}.`);
    const item = listOf(list)[numberOf(place)];
    return item ?? notThere(`There is no place ${quote(place)} in a list of ${listOf(list).length}; the first is 0.`);
  };
}

function makeCall(syntax: Extract<Syntax, { is: 'call' }>, making: Making): Step {
  const { name } = syntax;
  const [first] = syntax.args;
  if (name === 'isSet' && first?.is === 'name') return (run) => run.values(first.name) !== undefined;
  if (name === 'has' && first?.is === 'field') return makeHas(make(first.of, making), first.name);
  if (name === 'get') return makeGet(syntax, making);
  const definition = functions.get(name);
  const args = syntax.args.map((argument) => make(argument, making));
  if (!definition) return () => notThere(`There is no function ${name}.`);
  return (run) => {
    const values = args.map((argument) => argument(run));
    const [value] = values;
    spend(run, typeof value === 'string' ? 1 + value.length / 64 : 1);
    return definition.run(values, run);
  };
}

function makeHas(of: Step, name: string): Step {
  return (run) => {
    const object = of(run);
    return isObject(object) && own(object, name) !== undefined;
  };
}

function makeGet(syntax: Extract<Syntax, { is: 'call' }>, making: Making): Step {
  const [from, path, otherwise] = syntax.args;
  if (!from || !path || !otherwise) return () => notThere('get needs a value, a path and what to give when there is nothing.');
  const [value, written, fallback] = [make(from, making), make(path, making), make(otherwise, making)];
  const inferred = making.types.get(otherwise);
  const type = inferred && settle(inferred);
  return (run) => {
    const steps = pathSteps(textOf(written(run))) ?? notThere('The path of get is not a path.');
    let found: Json | undefined = value(run);
    for (const step of steps) {
      if (typeof step === 'number') found = Array.isArray(found) ? found[step] : undefined;
      else found = isObject(found) ? own(found, step) : undefined;
    }
    const usable = found !== undefined && (type ? fits(type, found) : found !== null);
    return usable ? found ?? null : fallback(run);
  };
}

function makeEach(syntax: Extract<Syntax, { is: 'each' }>, making: Making): Step {
  const list = make(syntax.list, making);
  const slot = making.items.length;
  const inside: Making = { ...making, items: [...making.items, syntax.name] };
  const where = syntax.where && make(syntax.where, inside);
  const body = make(syntax.body, inside);
  const at = (run: Run, item: Json, step: Step): Json => {
    spend(run, 1);
    run.items[slot] = item;
    return step(run);
  };
  const holds = (run: Run) => (item: Json): boolean => booleanOf(at(run, item, body));
  switch (syntax.how) {
    case 'map': return (run) => {
      const items = listOf(list(run));
      const kept = where ? items.filter((item) => booleanOf(at(run, item, where))) : items;
      return kept.map((item) => at(run, item, body));
    };
    case 'filter': return (run) => listOf(list(run)).filter(holds(run));
    case 'all': return (run) => listOf(list(run)).every(holds(run));
    case 'exists': return (run) => listOf(list(run)).some(holds(run));
    case 'exists_one': return (run) => listOf(list(run)).filter(holds(run)).length === 1;
    case 'sortBy': return (run) => {
      const keyed = listOf(list(run)).map((item): [Json, Json] => [at(run, item, body), item]);
      return keyed.toSorted(([a], [b]) => order(a, b)).map(([, item]) => item);
    };
    default: return assertNever(syntax.how);
  }
}
