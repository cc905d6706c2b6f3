import type { Draft } from '../draftFlow.ts';
import type { End, Piece } from './blockReader.ts';
import type { Typebot, TypebotBlock } from './typebotSchema.ts';

/** A group whose blocks are in the draft; `at` = the place below its last one. */
export interface ReadGroup {
  id: string;
  at: { x: number; y: number };
  pieces: { block: TypebotBlock; piece: Piece }[];
}

/** What is to be connected, and from where the conversation begins. */
export interface ToConnect {
  typebot: Typebot;
  groups: readonly ReadGroup[];
  draft: Draft;
  begins: string;
  first: string | undefined;
}

/** Leads every way out to where it led: by its edge, else to the block below, else to an end of its group. */
export function connectPieces({ typebot, groups, draft, begins, first }: ToConnect): void {
  const edges = new Map(typebot.edges.map(({ id, to }) => [id, to]));
  const byId = new Map(groups.map((group) => [group.id, group]));
  const ends = new Map<string, string>();
  const endOf = (group: ReadGroup): string => {
    const known = ends.get(group.id) ?? draft.add(`${group.id.slice(0, 30)}-end`, { type: 'end', ...group.at, data: {} });
    ends.set(group.id, known);
    return known;
  };
  const spotOf = (to: { groupId: string; blockId?: string | undefined } | undefined): Spot | undefined => {
    const group = to && byId.get(to.groupId);
    return group && { group, index: to.blockId === undefined ? 0 : Math.max(0, group.pieces.findIndex(({ block }) => block.id === to.blockId)) };
  };
  const after = ({ group, index }: Spot): Spot | undefined => {
    const here = group.pieces[index];
    if (here?.piece.jump) return spotOf(here.piece.jump);
    const edge = here?.block.outgoingEdgeId === undefined ? undefined : edges.get(here.block.outgoingEdgeId);
    return edge ? spotOf(edge) : { group, index: index + 1 };
  };
  /** Follows blocks that became nothing; a round of them, or nothing at all, ends the conversation. */
  const nodeAt = (spot: Spot | undefined, from: ReadGroup): string => {
    const seen = new Set<object>();
    let [at, last] = [spot, from];
    while (at) {
      const here = at.group.pieces[at.index];
      last = at.group;
      if (!here || seen.has(here)) break;
      if (here.piece.entry !== undefined) return here.piece.entry;
      seen.add(here);
      at = after(at);
    }
    return endOf(last);
  };
  const lead = (from: readonly End[], to: string) => from.forEach(({ node, exit }) => draft.connect(node, exit, to));

  for (const group of groups) {
    group.pieces.forEach(({ piece }, index) => {
      if (piece.stops) return;
      if (piece.ends.length > 0) lead(piece.ends, nodeAt(after({ group, index }), group));
      for (const { edge, ends: leaving } of piece.items ?? []) {
        const to = edge === undefined ? undefined : edges.get(edge);
        lead(leaving, nodeAt(to ? spotOf(to) : after({ group, index }), group));
      }
    });
  }
  const [firstGroup] = groups;
  const to = first === undefined ? undefined : edges.get(first);
  if (firstGroup) draft.connect(begins, 'next', nodeAt(to ? spotOf(to) : { group: firstGroup, index: 0 }, firstGroup));
}

/** A block of a group, or the place below its last one. */
interface Spot {
  group: ReadGroup;
  index: number;
}
