import type { Fix } from '../issue.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { quoted } from '../where.ts';

/** Deletes a node; undefined when a way that people take would then lead nowhere, or a flow be called by nobody any more. */
export function deleteNode(subject: Subject, node: SubjectNode): Fix | undefined {
  if (callsOf(node).some((called) => !subject.nodes.some((other) => other !== node && callsOf(other).includes(called)))) return undefined;
  const next = nextOf(subject, node);
  const leadsOn = next !== undefined && next !== node.id;
  const loose = !leadsOn && subject.waysTo(node.flow, node.id).some(({ from, exit }) => {
    const before = subject.node(node.flow, from);
    return before?.exits.some(({ id, handledBySettings }) => id === exit && handledBySettings === undefined) && subject.isReached(node.flow, from);
  });
  return loose ? undefined : { label: `Delete ${quoted(node.name)}`, remove: [node.id] };
}

/** Where what led to a node leads when it is deleted (see `removeAll`): on by its first way out that leads somewhere. */
export function nextOf(subject: Subject, { flow, id, exits }: SubjectNode): string | undefined {
  for (const exit of exits) {
    const way = subject.way(flow, id, exit.id);
    if (way) return way.to;
  }
  return undefined;
}

function callsOf({ fields }: SubjectNode): string[] {
  return fields.flatMap(({ meta, value }) => (meta.widget === 'subflow' && typeof value === 'string' && value !== '' ? [value] : []));
}
