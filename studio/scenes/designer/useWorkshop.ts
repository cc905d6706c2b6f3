import { nodeTypes } from '@parley/shared/nodes/index';
import { useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiFailure } from '../../api/ApiFailure.ts';
import { putThread, threadsQuery } from '../../api/comments.ts';
import { botQuery } from '../../api/bots.ts';
import { flowDoor, listFlows } from '../../api/flows.ts';
import { joinRooms } from '../../api/studioSocket.ts';
import { meQuery } from '../../api/queries.ts';
import { batchKeep } from '../../store/batchKeep.ts';
import { createBook } from '../../store/book.ts';
import type { Book } from '../../store/book.ts';
import { rememberEdit } from '../../store/lastEdits.ts';
import { forgetOthers, forgetSilent, hearPeople, hearPoints, useOthers } from '../../store/others.ts';
import { createPathStore } from '../../store/pathStore.ts';
import type { PathStore } from '../../store/pathStore.ts';
import { createPointing } from '../../store/pointing.ts';
import type { Pointing } from '../../store/pointing.ts';
import { createProof } from '../../store/proof/createProof.ts';
import type { Proof } from '../../store/proof/createProof.ts';
import { createUiStore } from '../../store/uiStore.ts';
import type { UiStore } from '../../store/uiStore.ts';
import { toast, toastError } from '../../ui/toast.tsx';
import i18next from 'i18next';
import { syncBook } from './syncBook.ts';
import { random } from './random.ts';

/** What one visit to a bot's designer stands on. */
export interface Workshop {
  book: Book;
  ui: UiStore;
  proof: Proof;
  path: PathStore;
  pointing: Pointing;
}

/** Opens all flows of a bot with their synchronisers, the proof's worker and the socket; closes them on leaving. */
export function useWorkshop(botId: string): { workshop: Workshop | undefined; error: unknown; retry: () => void } {
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const visit = `${botId} ${attempt}`;
  const [opened, setOpened] = useState<{ visit: string; workshop?: Workshop; error?: unknown }>();
  useEffect(() => {
    let left = false;
    const closers: (() => void)[] = [];
    /** undefined = the bot itself is gone. */
    const flowsOf = () => listFlows(botId).catch((error: unknown) => {
      if (error instanceof ApiFailure && error.code === 'notFound') return undefined;
      throw error;
    });
    const open = async (): Promise<void> => {
      const [heads, me] = await Promise.all([listFlows(botId), queries.ensureQueryData(meQuery)]);
      const main = heads.find(({ kind }) => kind !== 'subflow') ?? heads[0];
      if (!main) throw new Error('This bot has no flow.');
      const book = createBook(botId, main.id, { door: flowDoor, keep: batchKeep, nodeTypes, random, clock: () => Date.now(), onRefused: toastError });
      closers.push(() => book.close());
      await Promise.all(heads.map((head) => book.add(head)));
      if (left) return;
      const proof = createProof(book, () => new Worker(new URL('../../store/proof/worker.ts', import.meta.url), { type: 'module' }));
      closers.push(() => proof.close());
      const retry = (): void => { for (const { sync } of Object.values(book.flows.getState())) sync.retry(); };
      globalThis.addEventListener('online', retry);
      closers.push(() => globalThis.removeEventListener('online', retry));
      const ui = createUiStore();
      const line = joinRooms(
        () => [{ kind: 'bot', id: botId }, ...Object.keys(book.flows.getState()).map((id) => ({ kind: 'flow' as const, id }))],
        {
          batch: (accepted) => { rememberEdit(accepted, me.id); book.receive(accepted); },
          people: ({ flowId, people }) => { if (flowId === main.id && hearPeople(people, me.id).length > 0) pointing.again(); },
          points: (event) => hearPoints(event, me.id),
          thread: ({ threadId, thread }) => putThread(queries, botId, threadId, thread),
          mentioned: ({ botId: bot, threadId, by }) => {
            void queries.invalidateQueries({ queryKey: ['mentions'] });
            toast(i18next.t('comments.calledYou', { name: by }), bot === botId ? { label: i18next.t('comments.show'), run: () => ui.setState({ view: 'comments', thread: threadId, commenting: undefined }) } : undefined);
          },
          flows: () => void syncBook(book, flowsOf).then(line.enter),
          published: () => void queries.invalidateQueries({ queryKey: botQuery(botId).queryKey }),
        },
        {
          onBack: () => {
            for (const { sync } of Object.values(book.flows.getState())) { void sync.catchUp(); sync.retry(); }
            void syncBook(book, flowsOf).then(line.enter);
            void queries.invalidateQueries({ queryKey: threadsQuery(botId).queryKey });
            pointing.again();
          },
          // What this person may do may be another now.
          onSentAway: () => void queries.invalidateQueries({ queryKey: meQuery.queryKey }),
        },
      );
      const pointing = createPointing({ send: line.point, alone: () => useOthers.getState().people.length === 0 });
      const silence = setInterval(forgetSilent, 5_000);
      closers.push(book.flows.subscribe(line.enter), () => line.close(), () => pointing.close(), () => clearInterval(silence), forgetOthers);
      setOpened({ visit, workshop: { book, ui, proof, path: createPathStore(), pointing } });
    };
    open().catch((error: unknown) => { if (!left) setOpened({ visit, error }); });
    return () => {
      left = true;
      for (const close of closers) close();
    };
  }, [botId, queries, visit]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // What belongs to a former visit is closed already.
  const current = opened?.visit === visit ? opened : undefined;
  return { workshop: current?.workshop, error: current?.error, retry };
}
