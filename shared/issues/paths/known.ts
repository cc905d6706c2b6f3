import type { Assumption, GuardFact, VariableId } from './place.ts';

/** What is known of guards along a path; equal ones have equal `key`, which is only made when asked for. */
export interface Known {
  readonly key: string;
  readonly facts: ReadonlyMap<string, Assumption>;
}

/** Nothing known: every guard is a free choice. */
export const nothingKnown: Known = { key: '', facts: new Map() };

/** Adds what a step assumes of the tracked guards; undefined when that contradicts what is known: the step cannot be taken. */
export function learn(known: Known, assumes: readonly Assumption[], tracked: ReadonlySet<string>): Known | undefined {
  let facts: Map<string, Assumption> | undefined;
  for (const assumption of assumes) {
    const { key } = assumption.fact;
    if (!tracked.has(key)) continue;
    const before = (facts ?? known.facts).get(key);
    if (before && before.holds !== assumption.holds) return undefined;
    if (before) continue;
    facts ??= new Map(known.facts);
    facts.set(key, assumption);
  }
  return facts ? knownOf(facts) : known;
}

/** Forgets guards of which a variable changed. */
export function forget(known: Known, changed: (variable: VariableId) => boolean): Known {
  return keep(known, ({ variables }) => !variables.some(changed));
}

/** What stays known of the guards that `wanted` names. */
export function keep(known: Known, wanted: (fact: GuardFact) => boolean): Known {
  if (known.facts.size === 0) return known;
  const facts = [...known.facts].filter(([, { fact }]) => wanted(fact));
  return facts.length === known.facts.size ? known : knownOf(new Map(facts));
}

/** Both together; where they differ the second counts. */
export function together(one: Known, two: Known): Known {
  if (one.facts.size === 0) return two;
  return two.facts.size === 0 ? one : knownOf(new Map([...one.facts, ...two.facts]));
}

function knownOf(facts: ReadonlyMap<string, Assumption>): Known {
  let key: string | undefined;
  return {
    facts,
    get key() { return (key ??= [...facts].map(([name, { holds }]) => `${holds ? '+' : '-'}${name}`).sort().join('\n')); },
  };
}
