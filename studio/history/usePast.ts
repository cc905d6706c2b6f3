import type { FlowSet } from '@parley/shared/flow/document';
import { useQuery } from '@tanstack/react-query';
import { pastQuery } from '../api/history.ts';
import { useTranslation } from 'react-i18next';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';
import { useFlowSet } from '../store/useFlowSet.ts';

/** The bot at a moment. */
export interface Past {
  set: FlowSet | undefined;
  /** What a flow of it is called, also one that was deleted since. */
  nameOf: (flow: string) => string;
  error: unknown;
  again: () => void;
}

/** The bot at a moment: now as it is drawn here, with what is not saved yet; any other as the server keeps it. */
export function usePast(point: string): Past {
  const { t } = useTranslation();
  const names = useFlowNames();
  const { book } = useDesigner();
  const now = useFlowSet(book);
  const past = useQuery({ ...pastQuery(book.botId, point), enabled: point !== 'now' });
  const nameOf = (flow: string): string => (flow === book.main ? t('history.mainFlow') : names[flow] ?? (past.data?.names[flow] || t('history.nameless')));
  if (point === 'now') return { set: now, nameOf, error: undefined, again: () => undefined };
  return { set: past.data, nameOf, error: past.error, again: () => void past.refetch() };
}
