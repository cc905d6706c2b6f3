import { partsOf } from '../expressions/walkSyntax.ts';
import { parseSyntax } from '../expressions/syntax.ts';
import type { Syntax } from '../expressions/syntax.ts';
import { variablesOf } from '../expressions/variablesOf.ts';
import type { Machine, State, Transition } from '../machine/machine.ts';

/** What a machine's decisions speak of. */
export interface Constants {
  /** Numbers written in expressions, with their neighbours: where comparisons change. */
  numbers: number[];
  texts: string[];
  /** Variables whose values decide where the machine goes, directly or through others. */
  deciding: ReadonlySet<string>;
}

/** Reads the expressions of a machine's guards, assignments, arguments and lists. */
export function constantsOf(machine: Machine): Constants {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  const decisions: string[] = [];
  const flows = new Map<string, Set<string>>();
  for (const cel of expressionsIn(machine, decisions, flows, texts)) {
    const parsed = parseSyntax(cel);
    if (parsed.ok) collect(parsed.syntax, numbers, texts);
  }
  return { numbers: around(numbers), texts: [...texts], deciding: closureOf(decisions, flows) };
}

function* expressionsIn(machine: Machine, decisions: string[], feeds: Map<string, Set<string>>, texts: Set<string>): Generator<string> {
  const feed = (variable: string, sources: string[]): void => {
    feeds.set(variable, new Set([...(feeds.get(variable) ?? []), ...sources]));
  };
  for (const state of Object.values(machine.flows).flatMap(({ states }) => Object.values(states))) {
    if (state.wait?.for === 'message' && state.wait.check) yield state.wait.check.expression.cel;
    for (const { guard, set, cursor, call } of transitionsIn(state)) {
      if (guard?.is === 'means') {
        decisions.push(...variablesOf(guard.said.cel));
        guard.choice.options.flatMap(({ label }) => wordsOf(machine, label.text)).forEach((word) => texts.add(word));
      }
      if (guard?.is === 'true') {
        decisions.push(...variablesOf(guard.expression.cel));
        yield guard.expression.cel;
      }
      for (const { variable, value } of set ?? []) {
        if (value.from !== 'expression') continue;
        feed(variable, variablesOf(value.expression.cel));
        yield value.expression.cel;
      }
      if (cursor?.step === 'start') decisions.push(...variablesOf(cursor.list.cel));
      for (const { local, expression } of call?.args ?? []) {
        feed(local, variablesOf(expression.cel));
        yield expression.cel;
      }
      for (const { variable, local } of call?.results ?? []) feed(variable, [local]);
    }
  }
}

/** What a label reads in each language: whoever writes it is understood. */
function wordsOf({ texts }: Machine, key: string): string[] {
  return Object.values(texts[key] ?? {}).map((template) => template.filter((piece) => typeof piece === 'string').join('').trim()).filter(Boolean);
}

function transitionsIn({ always, on }: State): Transition[] {
  return [...always, ...Object.values(on).flat()];
}

function collect(syntax: Syntax, numbers: Set<number>, texts: Set<string>): void {
  if (syntax.is === 'literal' && typeof syntax.value === 'number') numbers.add(syntax.value);
  if (syntax.is === 'literal' && typeof syntax.value === 'string' && syntax.value !== '') texts.add(syntax.value);
  for (const part of partsOf(syntax)) collect(part, numbers, texts);
}

function around(numbers: Iterable<number>): number[] {
  return [...new Set([...numbers].flatMap((number) => [number - 1, number, number + 1]))];
}

/** The variables decisions name, and those they are computed from. */
function closureOf(decisions: readonly string[], feeds: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const deciding = new Set(decisions);
  for (const variable of deciding) for (const source of feeds.get(variable) ?? []) deciding.add(source);
  return deciding;
}
