import type { FlowSet } from '@parley/shared/flow/document';
import { useQuery } from '@tanstack/react-query';
import { pastQuery } from '../api/history.ts';
import { useDesigner } from '../store/designerContext.ts';
import { useFlowSet } from '../store/useFlowSet.ts';

/** The bot at a moment: now as it is drawn here, with what is not saved yet; any other as the server keeps it. */
export function usePast(point: string): { set: FlowSet | undefined; error: unknown; again: () => void } {
  const { book } = useDesigner();
  const now = useFlowSet(book);
  const past = useQuery({ ...pastQuery(book.botId, point), enabled: point !== 'now' });
  if (point === 'now') return { set: now, error: undefined, again: () => undefined };
  return { set: past.data, error: past.error, again: () => void past.refetch() };
}
