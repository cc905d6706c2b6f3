import type { ValueType } from '../../expressions/types.ts';
import { variableSchema } from '../../flow/document.ts';
import { hashText } from '../../flow/hashFlow.ts';
import type { Change } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { beginningOf } from './beginningOf.ts';

/** A variable to be made. */
export interface Wanted {
  flow: string;
  name: string;
  type: ValueType;
  /** Its id, where something names it already. */
  id?: string;
  /** Something reads it, and nothing has set it: it begins with a value of its own. */
  read?: boolean;
}

/** Makes a variable at the end of a flow's; undefined when it cannot be called so, or would begin with nothing an author would have chosen. */
export function makeVariable(subject: Subject, { flow, name, type, id = idOf(flow, name), read = false }: Wanted): (Required<Pick<Change, 'set'>> & { id: string; says: string }) | undefined {
  const variables = subject.set.flows[flow]?.variables ?? {};
  const begins = read ? beginningOf(type) : undefined;
  if (!variableSchema.shape.name.safeParse(name).success || Object.hasOwn(variables, id) || read && !begins) return undefined;
  const order = 1 + Math.floor(Math.max(0, ...Object.values(variables).map((variable) => variable.order)));
  return { id, says: begins?.says ?? '', set: [{ path: ['variables', id], value: { name, type, order, ...(begins && { initial: begins.value }) } }] };
}

/** A name that no variable has that can be seen in the flow: `answer`, `answer2` ... */
export function freshName({ set }: Subject, flow: string, wanted: string): string {
  const taken = new Set([flow, set.main].flatMap((id) => Object.values(set.flows[id]?.variables ?? {}).map(({ name }) => name)));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The core has no source of chance: the id follows from what the variable is called. */
function idOf(flow: string, name: string): string {
  return `v${hashText(`${flow}/${name}`).slice(0, 12)}`;
}
