import type { ConversationTest } from '@parley/shared/nodes/golden';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changeTest, deleteTest, keepTest, testsQuery } from '../api/tests.ts';
import { useCoverage, noCoverage } from '../store/coverage.ts';
import { useDesigner } from '../store/designerContext.ts';
import { noPath } from '../store/pathStore.ts';
import type { TestRun, Tested } from '../store/proof/testJob.ts';

/** The tests of the open bot: run anew whenever the drawing rests, painted on the canvas while they are looked at. */
export interface TestsAtHand {
  /** Undefined while they run for the first time. */
  tested: Tested | undefined;
  /** They run again: what is shown is of the drawing before. */
  running: boolean;
  failure: unknown;
  again(): void;
  /** Ids of the kept tests, in the order of `tested.kept`. */
  ids: readonly string[];
  keep(test: ConversationTest): void;
  change(id: string, test: ConversationTest): void;
  remove(id: string): void;
  /** What was wrong with the last wish. */
  refused: unknown;
  /** Lights the way of one conversation on the canvas; undefined = none. */
  light(run: TestRun | undefined): void;
}

/** Runs and keeps the tests of the open bot. */
export function useTests(): TestsAtHand {
  const { book, proof, path } = useDesigner();
  const queries = useQueryClient();
  const kept = useQuery(testsQuery(book.botId));
  const revision = proof.state(({ checking, revision: at }) => (checking ? -1 : at));
  const run = useQuery({
    queryKey: ['bots', book.botId, 'tested', revision, kept.dataUpdatedAt],
    queryFn: () => proof.ask('test', { kept: kept.data?.map(({ test }) => test) ?? [] }),
    enabled: revision >= 0 && kept.data !== undefined, placeholderData: keepPreviousData, gcTime: 0, staleTime: Infinity,
  });
  const tested = run.data;

  useEffect(() => {
    if (tested) useCoverage.setState({ nodes: new Set(tested.nodes), edges: new Set(tested.edges) });
  }, [tested]);
  useEffect(() => () => {
    useCoverage.setState(noCoverage);
    path.setState(noPath);
  }, [path]);

  const fresh = () => queries.invalidateQueries({ queryKey: testsQuery(book.botId).queryKey });
  const wish = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: fresh });
  return {
    tested, running: run.isFetching || run.isPending, failure: run.error ?? kept.error ?? undefined,
    again: () => { void kept.refetch().then(() => run.refetch()); },
    ids: kept.data?.map(({ id }) => id) ?? [],
    keep: (test) => wish.mutate(() => keepTest(book.botId, { test })),
    change: (id, test) => wish.mutate(() => changeTest(id, { test })),
    remove: (id) => wish.mutate(() => deleteTest(id)),
    refused: wish.error ?? undefined,
    light: (run) => path.setState(run ? { ...noPath, edges: new Set(run.edges), nodes: new Set(run.nodes) } : noPath),
  };
}
