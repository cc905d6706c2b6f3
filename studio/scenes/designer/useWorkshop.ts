import { nodeTypes } from '@parley/shared/nodes/index';
import type { Person } from './people.ts';
import { useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { botQuery, flowDoor, listFlows } from '../../api/flows.ts';
import { joinRooms } from '../../api/studioSocket.ts';
import { meQuery } from '../../api/queries.ts';
import { batchKeep } from '../../store/batchKeep.ts';
import { createBook } from '../../store/book.ts';
import type { Book } from '../../store/book.ts';
import { rememberEdit } from '../../store/lastEdits.ts';
import { createPathStore } from '../../store/pathStore.ts';
import type { PathStore } from '../../store/pathStore.ts';
import { createProof } from '../../store/proof/createProof.ts';
import type { Proof } from '../../store/proof/createProof.ts';
import { createUiStore } from '../../store/uiStore.ts';
import type { UiStore } from '../../store/uiStore.ts';
import { toastError } from '../../ui/toast.tsx';
import { keepPeople } from './people.ts';
import { random } from './random.ts';

/** What one visit to a bot's designer stands on. */
export interface Workshop {
  book: Book;
  ui: UiStore;
  proof: Proof;
  path: PathStore;
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
      closers.push(joinRooms(
        () => [{ kind: 'bot', id: botId }, ...Object.keys(book.flows.getState()).map((id) => ({ kind: 'flow' as const, id }))],
        {
          batch: (accepted) => { rememberEdit(accepted, me.id); book.receive(accepted); },
          people: ({ flowId, people }) => keepPeople(flowId, people.filter((person: Person) => person.id !== me.id)),
          published: () => void queries.invalidateQueries({ queryKey: botQuery(botId).queryKey }),
        },
        () => { for (const { sync } of Object.values(book.flows.getState())) { void sync.catchUp(); sync.retry(); } },
      ));
      setOpened({ visit, workshop: { book, ui: createUiStore(), proof, path: createPathStore() } });
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
