import type { Session, SessionList } from '@parley/shared/api/sessions';
import type { SessionMoved } from '@parley/shared/api/sockets';

/** The listed conversations with one where it rests now. Nothing changes where that is not told, or the conversation is not listed. */
export function withMoved(pages: SessionList[], { sessionId, at }: SessionMoved): SessionList[] {
  if (at === undefined) return pages;
  const moved = (session: Session): Session => {
    if (at === null) return { ...session, at, status: 'ended' };
    // A state is named after its node; which part of it, the next look tells.
    return { ...session, at: { ...at, state: at.node } };
  };
  return pages.map((page) => (page.items.some(({ id }) => id === sessionId) ? { ...page, items: page.items.map((session) => (session.id === sessionId ? moved(session) : session)) } : page));
}
