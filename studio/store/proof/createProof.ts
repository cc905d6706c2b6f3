import { issueKey } from '@parley/shared/issues/issue';
import type { Circumstances } from '@parley/shared/issues/subject';
import type { Issue } from '@parley/shared/issues/issue';
import { create } from 'zustand';
import type { StoreApi, UseBoundStore } from 'zustand';
import type { Book } from '../book.ts';
import type { FromWorker, JobName, Jobs, ToWorker } from './jobs.ts';

/** What is proven of the drawings as they stand. */
export interface ProofState {
  issues: Issue[];
  /** Of the open document only: issues by `<flow>/<node>`. */
  byNode: ReadonlyMap<string, Issue[]>;
  nodes: number;
  ms: number;
  /** Changes since the last word are being looked at. */
  checking: boolean;
  /** Not asked yet, or the proof itself failed (then `failure` says why). */
  known: boolean;
  failure: string | undefined;
  /** Grows with every change of any drawing, for what is made from them. */
  revision: number;
}

/** The worker as the page sees it. */
export interface Proof {
  state: UseBoundStore<StoreApi<ProofState>>;
  ask<Name extends JobName>(job: Name, ask: Jobs[Name]['ask']): Promise<Jobs[Name]['answer']>;
  /** Tells what is known besides the drawings; they are proven anew. */
  know(circumstances: Circumstances): void;
  close(): void;
}

const settleMs = 80;

/** Starts the worker on a book and proves it after every change. The worker is loaded with the first book, not with the page. */
export function createProof(book: Book, makeWorker: () => Worker): Proof {
  const worker = makeWorker();
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const state = create<ProofState>(() => ({ issues: [], byNode: new Map(), nodes: 0, ms: 0, checking: true, known: false, failure: undefined, revision: 0 }));

  const post = (message: ToWorker): void => worker.postMessage(message);
  const ask: Proof['ask'] = (job, question) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve: resolve as (answer: never) => void, reject });
    post({ job, id: last, ask: question } as ToWorker);
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asked?.resolve(data.answer as never);
    else asked?.reject(new Error(data.error));
  });
  worker.addEventListener('error', ({ message }) => state.setState({ checking: false, known: true, failure: message }));

  const verify = async (): Promise<void> => {
    const { revision } = state.getState();
    try {
      const { issues, nodes, ms } = await ask('verify', {});
      // A newer change is already being looked at: its own word comes.
      if (state.getState().revision !== revision) return;
      state.setState({ issues, byNode: byNodeOf(issues), nodes, ms, checking: false, known: true, failure: undefined });
    } catch (error) {
      state.setState({ checking: false, known: true, failure: error instanceof Error ? error.message : String(error) });
    }
  };

  const proveSoon = (): void => {
    state.setState(({ revision }) => ({ revision: revision + 1, checking: true }));
    clearTimeout(timer);
    timer = setTimeout(() => void verify(), settleMs);
  };

  post({ fed: 'main', main: book.main });
  const stop = book.listen((flow, what) => {
    if ('batch' in what) post({ fed: 'ops', flow, ops: what.batch.ops });
    else if ('flow' in what) post({ fed: 'flow', flow, document: what.flow });
    else post({ fed: 'gone', flow });
    proveSoon();
  });

  return {
    state,
    ask,
    know(circumstances) {
      post({ fed: 'circumstances', circumstances });
      proveSoon();
    },
    close() {
      clearTimeout(timer);
      stop();
      worker.terminate();
      for (const { reject } of waiting.values()) reject(new Error('The page was left.'));
      waiting.clear();
    },
  };
}

const rank = { error: 0, warning: 1, info: 2 };

/** Issues by the node they are on, the worst first. */
function byNodeOf(issues: readonly Issue[]): Map<string, Issue[]> {
  const byNode = new Map<string, Issue[]>();
  for (const issue of issues.toSorted((a, b) => rank[a.severity] - rank[b.severity] || (issueKey(a) < issueKey(b) ? -1 : 1))) {
    if (!issue.nodeId) continue;
    const key = `${issue.flow}/${issue.nodeId}`;
    byNode.set(key, [...(byNode.get(key) ?? []), issue]);
  }
  return byNode;
}
