import type { Subject, SubjectNode } from '../subject.ts';

/** Whether people may be led from a node to one that nobody reaches yet: that all behind it leads on, and reads only what is set by then. */
export function isReadyFor(subject: Subject, from: SubjectNode, to: string): boolean {
  const opened = openedBy(subject, from.flow, to);
  const before = [...subject.reached.keys()].filter(({ flow, node }) => flow === from.flow && node === from.id);
  const opening = subject.drawing.places.filter(({ flow, node }) => flow === from.flow && opened.has(node));
  const sets = new Set([...before, ...opening].flatMap(({ steps }) => steps.flatMap(({ writes }) => writes)));
  const read = new Set(opening.flatMap(({ reads, steps }) => [...reads.map(({ variable }) => variable), ...steps.flatMap(({ effects }) => effects.flatMap((effect) => ('reads' in effect ? [effect.reads] : [])))]));
  return [...opened].every((id) => leadsOn(subject, from.flow, id)) && [...read].every((variable) => sets.has(variable) || before.some((place) => subject.maySet(variable, place)));
}

/** A node that nobody reaches, and those behind it that nobody reaches either. */
function openedBy(subject: Subject, flow: string, to: string): Set<string> {
  const opened = new Set(subject.isReached(flow, to) ? [] : [to]);
  for (const id of opened) {
    for (const exit of subject.node(flow, id)?.exits ?? []) {
      const next = subject.way(flow, id, exit.id)?.to;
      if (next !== undefined && !subject.isReached(flow, next)) opened.add(next);
    }
  }
  return opened;
}

function leadsOn(subject: Subject, flow: string, id: string): boolean {
  return (subject.node(flow, id)?.exits ?? []).every((exit) => exit.handledBySettings !== undefined || subject.way(flow, id, exit.id) !== undefined);
}
