import type { Thread } from '@parley/shared/api/comments';
import { create } from 'zustand';

/** Open threads of one node. */
export interface NodeTalk {
  open: number;
  unread: boolean;
  /** The one to show first: an unread one, else the latest. */
  first: string;
}

/** An open thread at a place of the canvas. */
export interface Pin {
  id: string;
  x: number;
  y: number;
  by: string;
  unread: boolean;
}

/** What is said about the drawings, as cards and canvas need it; kept up to date by the designer. */
export interface TalkState {
  /** By `<flow>/<node>`. */
  byNode: Readonly<Record<string, NodeTalk>>;
  /** By flow. */
  pins: Readonly<Record<string, readonly Pin[]>>;
  /** Open threads with something I have not read. */
  unread: number;
}

export const noTalk: TalkState = { byNode: {}, pins: {}, unread: 0 };
export const useTalk = create<TalkState>(() => noTalk);

/** Whether somebody else said something since I looked. */
export function isUnread(thread: Thread, me: string): boolean {
  return thread.comments.some(({ by, madeAt }) => by?.id !== me && madeAt > (thread.readAt ?? ''));
}

/** When something was said last in a thread. */
export function lastSaid(thread: Thread): string {
  return thread.comments.at(-1)?.madeAt ?? '';
}

/** Sorts what is said to where it is said; threads on nodes that are gone are told by the panel only. Parts that are as before stay the same objects. */
export function sortTalk(threads: readonly Thread[], me: string, before: TalkState = noTalk): TalkState {
  const byNode: Record<string, NodeTalk> = {};
  const pins: Record<string, Pin[]> = {};
  let unread = 0;
  for (const thread of threads.filter(({ resolved }) => !resolved).toSorted((a, b) => (lastSaid(a) < lastSaid(b) ? 1 : -1))) {
    const news = isUnread(thread, me);
    if (news) unread += 1;
    const { id, flowId, node, x, y } = thread;
    if (node === null) (pins[flowId] ??= []).push({ id, x, y, by: thread.comments[0]?.by?.name ?? '', unread: news });
    else {
      const known = byNode[`${flowId}/${node}`];
      byNode[`${flowId}/${node}`] = { open: (known?.open ?? 0) + 1, unread: (known?.unread ?? false) || news, first: known && (known.unread || !news) ? known.first : id };
    }
  }
  return { byNode: kept(before.byNode, byNode), pins: kept(before.pins, pins), unread };
}

function kept<Part>(before: Readonly<Record<string, Part>>, after: Record<string, Part>): Record<string, Part> {
  return Object.fromEntries(Object.entries(after).map(([key, part]) => {
    const known = before[key];
    return [key, known !== undefined && JSON.stringify(known) === JSON.stringify(part) ? known : part];
  }));
}
