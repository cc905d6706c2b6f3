import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Op } from './batch.ts';
import type { FlowSet } from './document.ts';
import { renameReferences, renameVariable } from './renameVariable.ts';
import { usedVariables } from './usedVariables.ts';

/** The ops of a rename, for each flow that changes, or why the name cannot be taken. */
export type RenamedEverywhere = { ok: true; ops: Record<string, Op[]> } | { ok: false; message: string };

/** Renames a variable in the flow that declares it and, where that is the main flow, in every flow that reads it. */
export function renameEverywhere({ set: { main, flows }, flow: home, variable, to, nodeTypes }: { set: FlowSet; flow: string; variable: string; to: string; nodeTypes: NodeTypes }): RenamedEverywhere {
  const flow = flows[home];
  const from = flow?.variables[variable]?.name;
  if (!flow || from === undefined) return { ok: false, message: 'This variable is no longer there.' };
  const own = renameVariable({ flow, variable, to, nodeTypes });
  if (!own.ok) return own;
  const ops: Record<string, Op[]> = own.ops.length > 0 ? { [home]: own.ops } : {};
  if (home !== main || to === from) return { ok: true, ops };
  for (const [id, other] of Object.entries(flows)) {
    const names = Object.values(other.variables).map(({ name }) => name);
    // Where it has one of its own by this name, that one is meant.
    if (id === home || names.includes(from)) continue;
    if (names.includes(to) && usedVariables(other, nodeTypes).some(({ name }) => name === from)) return { ok: false, message: `A flow that uses ${from} has a variable called ${to} of its own.` };
    const there = renameReferences({ flow: other, from, to, nodeTypes });
    if (!there.ok) return there;
    if (there.ops.length > 0) ops[id] = there.ops;
  }
  return { ok: true, ops };
}
