import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { threadsQuery } from '../api/comments.ts';
import { meQuery } from '../api/queries.ts';
import { useDesigner } from '../store/designerContext.ts';
import { noTalk, sortTalk, useTalk } from '../store/talk.ts';
import { showThread } from './talking.ts';

/** Keeps what is said where cards and canvas look for it, and goes to the thread an address names. */
export function useTalkKeeper(): void {
  const desk = useDesigner();
  const { book: { botId } } = desk;
  const threads = useQuery(threadsQuery(botId)).data;
  const me = useQuery(meQuery).data?.id ?? '';
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('thread');
  const canvas = desk.ui((state) => state.canvas);
  useEffect(() => { if (threads) useTalk.setState(sortTalk(threads, me, useTalk.getState())); }, [threads, me]);
  useEffect(() => () => useTalk.setState(noTalk), [botId]);
  useEffect(() => {
    const thread = threads?.find(({ id }) => id === wanted);
    if (!thread || !canvas) return;
    setSearch((before) => { before.delete('thread'); return before; }, { replace: true });
    showThread(desk, thread);
  }, [threads, wanted, canvas, desk, setSearch]);
}
