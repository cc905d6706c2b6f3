import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { isUnwritten } from '../issues/isUnwritten.ts';
import { useCoverage } from '../store/coverage.ts';
import { useDesigner, useFlowState, useUi } from '../store/designerContext.ts';

/** What a card wears beside its content: counts of issues, where the conversation is, which ways it took. */
export interface Marks {
  errors: number;
  warnings: number;
  here: boolean;
  /** Since when an effect of this node runs, in milliseconds. */
  running: number | undefined;
  failed: boolean;
  /** A path is shown and this node is not on it. */
  off: boolean;
  /** Whether a test comes here; undefined while tests are not looked at. */
  covered: boolean | undefined;
  /** Ids of exits that were taken. */
  taken: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** The marks of one node; its card is drawn again only when they change. */
export function useMarks(id: string): Marks {
  const { flowId, proof, path } = useDesigner();
  const key = `${flowId}/${id}`;
  const fresh = useUi((state) => state.fresh === id);
  const counts = proof.state(useShallow(({ byNode }) => {
    const all = byNode.get(key) ?? [];
    const issues = fresh ? all.filter((issue) => !isUnwritten(issue)) : all;
    return { errors: issues.filter(({ severity }) => severity === 'error').length, warnings: issues.filter(({ severity }) => severity === 'warning').length };
  }));
  const walked = path(useShallow((state) => ({
    here: state.here?.flow === flowId && state.here.node === id,
    running: state.running?.flow === flowId && state.running.node === id ? state.running.since : undefined,
    failed: state.failed?.flow === flowId && state.failed.node === id,
  })));
  const covered = useCoverage(({ nodes }) => nodes?.has(key));
  const takenEdges = path(({ edges }) => edges);
  const exits = useFlowState(useShallow(({ flow }) => {
    if (takenEdges.size === 0) return [];
    return Object.entries(flow.edges).flatMap(([edge, { from, exit }]) => (from === id && takenEdges.has(`${flowId}/${edge}`) ? [exit] : []));
  }));
  const taken = useMemo(() => (exits.length > 0 ? new Set(exits) : none), [exits]);
  return { ...counts, ...walked, covered, off: false, taken };
}
