import { acceptedBatchSchema, batchListSchema, draftSchema, flowHeadSchema, flowListSchema, staleSchema } from '@parley/shared/api/flows';
import type { AcceptedBatch, FlowHead } from '@parley/shared/api/flows';
import { emptySchema } from '@parley/shared/api/common';
import { ranCodeSchema } from '@parley/shared/api/sandbox';
import type { RanCode, RunCodeBody } from '@parley/shared/api/sandbox';
import { ApiFailure, sentenceOf } from './ApiFailure.ts';
import { ask } from './client.ts';

/** All flows of a bot, the main one first. */
export async function listFlows(bot: string): Promise<FlowHead[]> {
  const heads: FlowHead[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await ask({ path: `/bots/${bot}/flows`, query: { after, limit: 200 }, answer: flowListSchema });
    heads.push(...items);
    if (!next) return heads;
    after = next;
  }
}

export const createSubflow = (bot: string, name: string) => ask({ method: 'POST', path: `/bots/${bot}/flows`, body: { name }, answer: flowHeadSchema });
export const renameFlow = (flow: string, name: string) => ask({ method: 'PATCH', path: `/flows/${flow}`, body: { name }, answer: flowHeadSchema });
/** Brings a subflow back as it was when it was deleted. */
const bringBack = (bot: string, flow: string) => ask({ method: 'POST', path: `/bots/${bot}/history/bring-back`, body: { flowId: flow }, answer: flowHeadSchema });
export const deleteSubflow = (flow: string) => ask({ method: 'DELETE', path: `/flows/${flow}`, answer: emptySchema });

/** Runs a program for whoever writes it, at the time it is now; throws what refused it or kept it from the server. */
export const tryCode = (body: Omit<RunCodeBody, 'now' | 'seed'>) => ask({ method: 'POST', path: '/sandbox/run', body: { ...body, now: new Date().toISOString(), seed: 1 } satisfies RunCodeBody, answer: ranCodeSchema });

/** Runs the programs of a bot's code nodes in the server's sandbox; throws where one was not run, which is no failure of the program. */
export const runCodeOf = (bot: string) => (body: RunCodeBody): Promise<RanCode> => ask({ method: 'POST', path: `/bots/${bot}/code-runs`, body, answer: ranCodeSchema });

const halts: Partial<Record<string, 'signedOut' | 'forbidden' | 'gone'>> = { signedOut: 'signedOut', forbidden: 'forbidden', notFound: 'gone', gone: 'gone' };

/** How a drawing reaches the server; `FlowDoor` of the store. */
export const flowDoor = {
  load: (flow: string) => ask({ path: `/flows/${flow}/draft`, answer: draftSchema }),
  async send(flow: string, batch: { id: string }) {
    try {
      return { kind: 'accepted' as const, accepted: await ask({ method: 'POST', path: `/flows/${flow}/ops`, body: batch, answer: acceptedBatchSchema }) };
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.status === 409) {
        const stale = staleSchema.safeParse(error.body);
        if (stale.success) return { kind: 'late' as const, stale: stale.data };
      }
      // Nothing came back, or the server is in trouble or busy: the batch waits on this device.
      if (error.status === 0 || error.status >= 500 || error.status === 429) return { kind: 'offline' as const };
      const why = halts[error.code];
      if (why) return { kind: 'halted' as const, why };
      return { kind: 'refused' as const, message: sentenceOf(error) };
    }
  },
  async since(flow: string, revision: number): Promise<AcceptedBatch[]> {
    const all: AcceptedBatch[] = [];
    for (let from = revision; ;) {
      const { items, next } = await ask({ path: `/flows/${flow}/ops`, query: { afterRevision: from, limit: 500 }, answer: batchListSchema });
      all.push(...items);
      if (!next) return all;
      from = Number(next);
    }
  },
};

/** How subflows go and come back with a gesture; `SubflowDoor` of the store. */
export const subflowDoor = { bringBack, takeAway: deleteSubflow };
