import type { Flow, FlowVariable } from '@parley/shared/flow/document';
import { makeId } from '@parley/shared/lib/id';
import type { Random } from '@parley/shared/lib/id';

/** Adds a variable at the end and gives its id. */
export function addVariable(flow: Flow, { name, type }: Pick<FlowVariable, 'name' | 'type'>, random: Random): string {
  const id = makeId(random);
  const order = 1 + Math.max(0, ...Object.values(flow.variables).map((variable) => variable.order));
  flow.variables[id] = { name, type, order: Math.floor(order) };
  return id;
}

/** A name that no variable has yet: `answer`, `answer2` ... */
export function freshName(flow: { variables: Readonly<Record<string, { name: string }>> }, wanted: string): string {
  const taken = new Set(Object.values(flow.variables).map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}${number}`)) return `${wanted}${number}`;
}
