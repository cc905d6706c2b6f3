import { inOrder } from '../../nodes/walkFields.ts';
import type { Fix } from '../issue.ts';
import type { VariableId } from '../paths/place.ts';
import type { Subject } from '../subject.ts';
import { quoted } from '../where.ts';
import { beginningOf } from './beginningOf.ts';

/** Gives a variable a value to begin with. `flow` is the one its issue is in. */
export function beginWith({ set }: Subject, variable: VariableId, flow: string): Fix | undefined {
  const at = variable.lastIndexOf(':');
  const [home, name] = [variable.slice(0, at), variable.slice(at + 1)];
  const [id, declared] = inOrder(set.flows[home]?.variables ?? {}).find(([, each]) => each.name === name) ?? [];
  const begins = declared && beginningOf(declared.type);
  if (id === undefined || !begins) return undefined;
  return { label: `Let ${quoted(name)} begin ${begins.says}`, ...(home !== flow && { flow: home }), set: [{ path: ['variables', id, 'initial'], value: begins.value }] };
}
