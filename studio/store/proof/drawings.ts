import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import type { Circumstances } from '@parley/shared/issues/subject';
import type { Fed } from './jobs.ts';

/** The worker's own copy of the drawings. */
export interface Drawings {
  feed(fed: Fed): void;
  set(): FlowSet;
  flow(id: string): Flow | undefined;
  /** What is known besides the drawings. */
  circumstances(): Circumstances;
}

/** Makes the empty copy. */
export function drawings(): Drawings {
  const flows: Record<string, Flow> = {};
  let main = '';
  let circumstances: Circumstances = {};
  return {
    feed(fed) {
      if (fed.fed === 'main') main = fed.main;
      else if (fed.fed === 'flow') flows[fed.flow] = fed.document;
      else if (fed.fed === 'gone') delete flows[fed.flow];
      else if (fed.fed === 'circumstances') circumstances = fed.circumstances;
      else {
        const flow = flows[fed.flow];
        const applied = flow && applyBatch(flow, { ops: fed.ops });
        if (applied?.ok) flows[fed.flow] = applied.flow;
      }
    },
    set: () => ({ main, flows: { ...flows } }),
    flow: (id) => flows[id],
    circumstances: () => circumstances,
  };
}
