import { parseSyntax } from '../../expressions/syntax.ts';
import type { Syntax } from '../../expressions/syntax.ts';
import type { Expression, Scope } from '../../expressions/types.ts';
import { visitNames } from '../../expressions/walkSyntax.ts';
import type { TextRef } from '../../machine/action.ts';
import type { Machine } from '../../machine/machine.ts';
import { isSteady, judge, neverFails } from '../meaning/judge.ts';
import { readsOf } from '../meaning/readsOf.ts';
import type { Assumption, GuardFact, Spot, VariableId } from './place.ts';

/** Reads expressions and texts of a machine for the proof, each only once. */
export interface Reader {
  /** A name as a flow sees it, or undefined when there is no such variable. */
  resolve(flow: string, name: string): VariableId | undefined;
  scope(flow: string): Scope;
  /** What an expression reads, with where it stands. */
  expression(flow: string, expression: Expression): { variable: VariableId; spot: Spot }[];
  /** What a text reads in any of its languages. */
  text(flow: string, ref: TextRef): { variable: VariableId; spot: Spot }[];
  /** What taking a guard for true tells; undefined when it tells nothing that lasts. */
  assumption(flow: string, expression: Expression): Assumption | undefined;
  /** Whether a condition is decided by itself, or by one variable not being set. */
  judge(flow: string, cel: string, unset?: VariableId): boolean | undefined;
}

/** The reader of one machine. */
export function readerOf(machine: Machine): Reader {
  const session = machine.flows[machine.main]?.variables ?? {};
  const syntaxOf = (cel: string): Syntax | undefined => {
    const parsed = parseSyntax(cel);
    return parsed.ok ? parsed.syntax : undefined;
  };
  const reads = remember((cel: string) => {
    const syntax = syntaxOf(cel);
    return syntax ? readsOf(syntax) : [];
  });
  const guards = remember((cel: string) => {
    const syntax = syntaxOf(cel);
    return syntax && guardOf(cel, syntax);
  });
  const scope = remember((flow: string) => scopeOf({ ...session, ...machine.flows[flow]?.variables }));
  const judged = new Map<string, boolean | undefined>();

  const resolve = (flow: string, name: string): VariableId | undefined => {
    if (Object.hasOwn(machine.flows[flow]?.variables ?? {}, name)) return `${flow}:${name}`;
    return Object.hasOwn(session, name) ? `${machine.main}:${name}` : undefined;
  };
  const readIn = (flow: string, cel: string, text?: string) => reads(cel).flatMap((name) => {
    const variable = resolve(flow, name);
    return variable === undefined ? [] : [{ variable, spot: { cel, ...(text !== undefined && { text }) } }];
  });
  const texts = remember((key: string) => {
    const cels = new Set<string>();
    for (const template of Object.values(machine.texts[key] ?? {})) for (const piece of template) if (typeof piece !== 'string') cels.add(piece.cel);
    return [...cels];
  });
  return {
    resolve,
    scope,
    expression: (flow, { cel }) => readIn(flow, cel),
    text: (flow, { text }) => texts(text).flatMap((cel) => readIn(flow, cel, text)),
    assumption(flow, { cel }) {
      const guard = guards(cel);
      if (!guard) return undefined;
      const variables = guard.names.flatMap((name) => resolve(flow, name) ?? []);
      const fact: GuardFact = { key: `${guard.text} ${variables.join(' ')}`, variables, cel: guard.text, flow };
      return { fact, holds: guard.holds };
    },
    judge(flow, cel, unset) {
      const key = `${flow}\n${cel}\n${unset ?? ''}`;
      if (judged.has(key)) return judged.get(key);
      const name = unset?.slice(unset.indexOf(':') + 1);
      // A local of the same name hides the session's variable.
      const syntax = syntaxOf(cel);
      const verdict = syntax && judge(syntax, { cel, scope: scope(flow), unset: name !== undefined && resolve(flow, name) === unset ? name : undefined });
      judged.set(key, verdict);
      return verdict;
    },
  };
}

/** A guard without the negations around it, so that `x` and `!x` are known to be opposites. */
function guardOf(cel: string, whole: Syntax): { text: string; names: string[]; holds: boolean } | undefined {
  if (!isSteady(whole)) return undefined;
  let syntax = whole;
  let holds = true;
  while (syntax.is === 'not' && neverFails(whole)) {
    syntax = syntax.of;
    holds = !holds;
  }
  const names = new Set<string>();
  visitNames(syntax, ({ name }) => names.add(name));
  return { text: cel.slice(syntax.from, syntax.to).trim(), names: [...names], holds };
}

function scopeOf(variables: Machine['flows'][string]['variables']): Scope {
  const entries = Object.entries(variables);
  return {
    variables: Object.fromEntries(entries.map(([name, { type }]) => [name, type])),
    initial: Object.fromEntries(entries.map(([name, { initial }]) => [name, initial])),
  };
}

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
