import { hashText } from '@parley/shared/flow/hashFlow';
import { textsOf } from '@parley/shared/flow/textsOf';
import { useQuery } from '@tanstack/react-query';
import { botQuery } from '../api/bots.ts';
import { flowDoor } from '../api/flows.ts';
import { releaseFlowsQuery } from '../api/releases.ts';
import { useDesigner } from '../store/designerContext.ts';

/** So many of the latest changes of a flow are looked through for what a text said before. */
const lookedThrough = 400;

/** What originals said before they were changed, by the hash translations keep: from the live release and the latest changes. Asked for only where it is wanted. */
export function useOldTexts(flow: string | undefined): ReadonlyMap<string, string> {
  const { book, nodeTypes } = useDesigner();
  const bot = useQuery(botQuery(book.botId));
  const live = bot.data?.live?.release;
  const release = useQuery({ ...releaseFlowsQuery(live ?? ''), enabled: live !== undefined && flow !== undefined });
  const store = flow === undefined ? undefined : book.flows.getState()[flow]?.store;
  const changes = useQuery({
    queryKey: ['flows', flow ?? '', 'oldTexts'], enabled: store !== undefined, staleTime: 30_000,
    queryFn: async () => {
      const batches = await flowDoor.since(flow ?? '', Math.max(0, (store?.getState().revision ?? 0) - lookedThrough));
      return batches.flatMap(({ batch }) => batch.ops.flatMap((op) => (op.op === 'set' && typeof op.base === 'string' ? [op.base] : [])));
    },
  });
  const released = Object.values(release.data?.flows ?? {}).flatMap((document) => textsOf(document, nodeTypes).map(({ original }) => original));
  const mine = store?.getState().undo.flatMap(({ forth }) => forth.flatMap((op) => (op.op === 'set' && typeof op.base === 'string' ? [op.base] : []))) ?? [];
  return new Map([...new Set([...released, ...changes.data ?? [], ...mine])].map((text) => [hashText(text), text]));
}
