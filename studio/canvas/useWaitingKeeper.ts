import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { botQuery, waitingQuery } from '../api/bots.ts';
import { useDesigner } from '../store/designerContext.ts';
import { useWaiting } from '../store/waiting.ts';

/** Keeps how many people wait where, while somebody looks; a bot that is not live has nobody. */
export function useWaitingKeeper(): void {
  const { book: { botId } } = useDesigner();
  const live = (useQuery(botQuery(botId)).data?.live ?? null) !== null;
  const waiting = useQuery({ ...waitingQuery(botId), enabled: live }).data;
  useEffect(() => { useWaiting.setState(Object.fromEntries((waiting ?? []).map(({ flow, node, people }) => [`${flow}/${node}`, people])), true); }, [waiting]);
  useEffect(() => () => useWaiting.setState({}, true), [botId]);
}
