import { hashText } from '../../flow/hashFlow.ts';
import { isReadyFor } from '../fixes/isReadyFor.ts';
import type { Fix } from '../issue.ts';
import type { Check } from '../check.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

/** An exit without an edge, or with one to a node that is gone, unless the flow's settings handle it. */
export const unconnected: Check = {
  name: 'unconnected',
  holds: 'Every exit leads somewhere',
  counts: 'exits',
  find(subject) {
    return subject.nodes.filter(({ flow, id }) => subject.isReached(flow, id)).flatMap((node) => node.exits
      .filter(({ id, handledBySettings }) => !subject.way(node.flow, node.id, id) && handledBySettings === undefined)
      .map((exit) => {
        const fix = leadToEnd(subject, node, exit.id);
        const edge = danglingEdge(subject, node, exit.id);
        const leads = `leads ${edge === undefined ? 'nowhere' : 'to a node that is gone'}, so people who go that way only read that something went wrong.`;
        return {
          severity: 'error' as const, ...inNode(node, fieldOf(node, exit.id)), ...(edge !== undefined && { edgeId: edge }),
          message: `${quoted(exit.label)} of ${quoted(node.name)} ${leads}`, here: `${quoted(exit.label)} ${leads}`,
          ...(fix && { fix }),
        };
      }));
  },
};

/** An option's or a branch's exit has its id: the field is that entry. Other exits are named by themselves. */
function fieldOf({ fields }: SubjectNode, exit: string): string[] {
  const path = fields.find((field) => field.path.includes(exit))?.path;
  return path ? path.slice(0, path.indexOf(exit) + 1) : [exit];
}

function danglingEdge(subject: Subject, node: SubjectNode, exit: string): string | undefined {
  const edges = Object.entries(subject.set.flows[node.flow]?.edges ?? {});
  return edges.find(([, edge]) => edge.from === node.id && edge.exit === exit)?.[0];
}

/** Where the flow has exactly one end, leading there is one press away. */
function leadToEnd(subject: Subject, node: SubjectNode, exit: string): Fix | undefined {
  const ends = subject.nodes.filter((other) => other.flow === node.flow && other.type !== undefined && other.exits.length === 0);
  const [end] = ends;
  // An end that nobody reaches yet may say what nothing sets before: leading there would only be another mistake.
  if (!end || ends.length > 1 || !isReadyFor(subject, node, end.id)) return undefined;
  const edge = danglingEdge(subject, node, exit) ?? `e${hashText(`${node.id}/${exit}`).slice(0, 12)}`;
  return { label: `Lead to ${quoted(end.name)}`, set: [{ path: ['edges', edge], value: { from: node.id, exit, to: end.id } }] };
}
