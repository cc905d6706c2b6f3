import type { NodeTypes } from '../nodes/defineNode.ts';
import { applyBatch } from './applyBatch.ts';
import type { Op } from './batch.ts';
import { patternOf } from './findPlaces.ts';
import type { Place, Wanted } from './findPlaces.ts';
import type { FlowSet } from './document.ts';
import { renameEverywhere } from './renameEverywhere.ts';

/** A place with the flow it is in. */
export interface FlowPlace extends Place {
  flow: string;
}

/** What is put in place of what. */
export interface Replacing {
  wanted: Wanted;
  by: string;
  nodeTypes: NodeTypes;
}

/** The ops of each flow, how many places change and how many cannot, or why nothing can be done. */
export type Replaced = { ok: true; ops: Record<string, Op[]>; count: number; left: number; renamed: { from: string; to: string }[] } | { ok: false; message: string };

/**
 * The ops that put other words into places as they were found. Texts change around their expressions; a variable is renamed
 * wherever it is used, because one use alone would name something that is not there.
 */
export function replacePlaces(set: FlowSet, places: readonly FlowPlace[], { wanted, by, nodeTypes }: Replacing): Replaced {
  const ops: Record<string, Op[]> = {};
  const typed = places.filter(({ fixed, variable }) => fixed === undefined && variable === undefined);
  for (const found of byText(typed).values()) {
    const [first] = found;
    if (!first) continue;
    const value = found.toSorted((a, b) => b.from - a.from).reduce((text, { from, to }) => text.slice(0, from) + by + text.slice(to), first.text);
    if (value !== first.text) (ops[first.flow] ??= []).push({ op: 'set', path: first.path, value, base: first.text });
  }
  // Texts first: a rename then reads them as they have become.
  let now = withOps(set, ops);
  if (!now) return { ok: false, message: 'The drawing changed meanwhile. Look at the places again.' };
  const renamed: { from: string; to: string }[] = [];
  for (const { flow, variable } of variablesOf(set, places)) {
    const from = now.flows[flow]?.variables[variable]?.name ?? '';
    const to = from.replace(patternOf(wanted), () => by);
    if (to === from) continue;
    const done = renameEverywhere({ set: now, flow, variable, to, nodeTypes });
    if (!done.ok) return done;
    renamed.push({ from, to });
    for (const [changed, list] of Object.entries(done.ops)) ops[changed] = [...(ops[changed] ?? []), ...list];
    now = withOps(now, done.ops) ?? now;
  }
  const left = places.filter(({ fixed }) => fixed !== undefined).length;
  return { ok: true, ops, count: places.length - left, left, renamed };
}

function byText(places: readonly FlowPlace[]): Map<string, FlowPlace[]> {
  const texts = new Map<string, FlowPlace[]>();
  for (const place of places) {
    const key = JSON.stringify([place.flow, place.path]);
    const found = texts.get(key);
    if (found) found.push(place);
    else texts.set(key, [place]);
  }
  return texts;
}

/** Each variable that is meant, with the flow that declares it. */
function variablesOf({ main, flows }: FlowSet, places: readonly FlowPlace[]): { flow: string; variable: string }[] {
  const declared = new Map(places.flatMap(({ flow, variable }) => {
    if (variable === undefined) return [];
    const home = flows[flow]?.variables[variable] ? flow : main;
    return [[`${home}/${variable}`, { flow: home, variable }] as const];
  }));
  return [...declared.values()];
}

/** The flows with ops on them; undefined when one does not fit. */
function withOps(set: FlowSet, ops: Readonly<Record<string, Op[]>>): FlowSet | undefined {
  const flows = { ...set.flows };
  for (const [id, list] of Object.entries(ops)) {
    const flow = flows[id];
    const applied = flow && applyBatch(flow, { ops: list });
    if (!applied?.ok) return undefined;
    flows[id] = applied.flow;
  }
  return { ...set, flows };
}
