import { edgesInto, mainTarget } from '../../flow/removeAll.ts';
import type { Fix } from '../issue.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { quoted } from '../where.ts';

/** Deletes a node; undefined when a way that people take would then lead nowhere, or a flow be called by nobody any more. */
export function deleteNode(subject: Subject, node: SubjectNode): Fix | undefined {
  if (callsOf(node).some((called) => !subject.nodes.some((other) => other !== node && callsOf(other).includes(called)))) return undefined;
  const flow = subject.set.flows[node.flow];
  const next = flow && mainTarget(flow, node.id, subject.nodeTypes);
  const leadsOn = next !== undefined && next !== node.id;
  const loose = flow && !leadsOn && edgesInto(flow, node.id).some((edge) => {
    const { from = '', exit = '' } = flow.edges[edge] ?? {};
    const before = subject.node(node.flow, from);
    return before?.exits.some(({ id, handledBySettings }) => id === exit && handledBySettings === undefined) && subject.isReached(node.flow, from);
  });
  return loose ? undefined : { label: `Delete ${quoted(node.name)}`, remove: [node.id] };
}

function callsOf({ fields }: SubjectNode): string[] {
  return fields.flatMap(({ meta, value }) => (meta.widget === 'subflow' && typeof value === 'string' && value !== '' ? [value] : []));
}
