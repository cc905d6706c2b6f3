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
  const ends = new Map<string, string>();
  const endOf = (group: ReadGroup): string => {
    const known = ends.get(group.id) ?? draft.add(`${group.id.slice(0, 30)}-end`, { type: 'end', ...group.at, data: {} });
    ends.set(group.id, known);
    return known;
  };
  /** Follows blocks that became nothing; a round of them ends the conversation. */
  const entryOf = (group: ReadGroup, index: number, seen: ReadonlySet<string>): string => {
    const here = group.pieces[index];
    const key = `${group.id} ${index}`;
    if (!here || seen.has(key)) return endOf(group);
    return here.piece.entry ?? follow(group, index, new Set([...seen, key]));
  };
  const targetOf = (to: { groupId: string; blockId?: string | undefined }, from: ReadGroup, seen: ReadonlySet<string>): string => {
    const group = groups.find(({ id }) => id === to.groupId);
    if (!group) return endOf(from);
    const index = to.blockId === undefined ? 0 : group.pieces.findIndex(({ block }) => block.id === to.blockId);
    return entryOf(group, Math.max(0, index), seen);
  };
  const follow = (group: ReadGroup, index: number, seen: ReadonlySet<string>): string => {
    const here = group.pieces[index];
    if (here?.piece.jump) return targetOf(here.piece.jump, group, seen);
    const to = here?.block.outgoingEdgeId === undefined ? undefined : edges.get(here.block.outgoingEdgeId);
    return to ? targetOf(to, group, seen) : entryOf(group, index + 1, seen);
  };
  const lead = (from: readonly End[], to: string) => from.forEach(({ node, exit }) => draft.connect(node, exit, to));

  for (const group of groups) {
    group.pieces.forEach(({ piece }, index) => {
      if (piece.stops) return;
      if (piece.ends.length > 0) lead(piece.ends, follow(group, index, new Set()));
      for (const { edge, ends: leaving } of piece.items ?? []) {
        const to = edge === undefined ? undefined : edges.get(edge);
        lead(leaving, to ? targetOf(to, group, new Set()) : follow(group, index, new Set()));
      }
    });
  }
  const [firstGroup] = groups;
  const to = first === undefined ? undefined : edges.get(first);
  if (firstGroup) draft.connect(begins, 'next', to ? targetOf(to, firstGroup, new Set()) : entryOf(firstGroup, 0, new Set()));
}
