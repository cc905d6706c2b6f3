import type { HistoryStep, NamedVersion } from '@parley/shared/api/history';
import type { Release } from '@parley/shared/api/releases';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { historyQuery, namedQuery } from '../api/history.ts';
import { releasesQuery } from '../api/releases.ts';
import { useDesigner } from '../store/designerContext.ts';
import type { Entry } from './timeline.ts';
import { timelineOf } from './timeline.ts';

/** The history of the bot as it is known by now. */
export interface HistoryLine {
  entries: Entry[] | undefined;
  steps: readonly HistoryStep[];
  versions: readonly NamedVersion[];
  releases: readonly Release[];
  error: unknown;
  again: () => void;
  /** Loads what is older; undefined at the end. */
  older: (() => void) | undefined;
  loadingOlder: boolean;
}

/** Edits come in bursts: the line is asked for once they rest. */
const settleMs = 600;

/** Loads the history of the bot, or of one flow of it, and keeps up with what is drawn. */
export function useHistory(flow: string | undefined): HistoryLine {
  const { book } = useDesigner();
  const queries = useQueryClient();
  const history = useInfiniteQuery(historyQuery(book.botId, flow));
  // What others named or published a moment ago belongs into the line whenever it is opened.
  const named = useQuery({ ...namedQuery(book.botId), refetchOnMount: 'always' });
  const released = useQuery({ ...releasesQuery(book.botId), refetchOnMount: 'always' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['bots', book.botId, 'history'] }), settleMs);
    };
    // The server's word counts: what is still on its way is no step yet.
    const stops = Object.values(book.flows.getState()).map(({ store }) => store.subscribe(({ revision }, before) => { if (revision !== before.revision) soon(); }));
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [book, queries]);

  const steps = useMemo(() => history.data?.pages.flatMap(({ items }) => items) ?? [], [history.data]);
  const versions = useMemo(() => named.data ?? [], [named.data]);
  const releases = useMemo(() => released.data?.items ?? [], [released.data]);
  const { data, hasNextPage } = history;
  const ready = data !== undefined && named.data !== undefined && released.data !== undefined;
  const entries = useMemo(() => (ready ? timelineOf({ steps, versions, releases, more: hasNextPage }) : undefined), [ready, steps, versions, releases, hasNextPage]);
  return {
    entries, steps, versions, releases,
    error: history.error ?? named.error ?? released.error,
    again: () => { void history.refetch(); void named.refetch(); void released.refetch(); },
    older: hasNextPage ? () => void history.fetchNextPage() : undefined,
    loadingOlder: history.isFetchingNextPage,
  };
}
