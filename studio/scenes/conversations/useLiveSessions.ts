import type { SessionList } from '@parley/shared/api/sessions';
import type { SessionMoved } from '@parley/shared/api/sockets';
import { useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../../api/queries.ts';
import { sessionsQuery } from '../../api/conversations.ts';
import { joinRooms } from '../../api/studioSocket.ts';
import { withMoved } from './withMoved.ts';

/** Lets the listed conversations of a bot show where they rest as soon as they move; everything else of them comes with the next look. */
export function useLiveSessions(botId: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (botId === undefined) return undefined;
    // The lists of every filter begin with the same words.
    const lists = sessionsQuery(botId, 'all').queryKey.slice(0, 3);
    const line = joinRooms(
      () => [{ kind: 'bot', id: botId }],
      { session: (moved: SessionMoved) => { queries.setQueriesData<InfiniteData<SessionList, string>>({ queryKey: lists }, (kept) => kept && { ...kept, pages: withMoved(kept.pages, moved) }); } },
      { onBack: () => void queries.invalidateQueries({ queryKey: lists }), onSentAway: () => void queries.invalidateQueries({ queryKey: meQuery.queryKey }) },
    );
    return () => line.close();
  }, [botId, queries]);
}
